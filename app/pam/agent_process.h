// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pam/line_buffer.h"
#include "app/pam/module_options.h"

#include <csignal>
#include <sys/types.h>

namespace holdfast::pam {

// `holdfast-agent pam` as a child of whatever program asks PAM: with an environment of its own, no descriptor
// but the one to us, and gone without a trace when this goes.
class AgentProcess
{
public:
    AgentProcess() = default;
    AgentProcess(const AgentProcess&) = delete;
    AgentProcess& operator=(const AgentProcess&) = delete;
    ~AgentProcess();

    bool start(const ModuleOptions& options);
    bool send(const Line& line);
    // A line without its end; false at the end, after `seconds` without one, or if it is too long.
    bool receive(Line& line, int seconds);

private:
    [[noreturn]] static void become(const ModuleOptions& options, int socket);

    pid_t m_child = -1;
    int m_socket = -1;
    bool m_childSignalKept = false;
    struct sigaction m_childSignal = {}; // the program's own, put back at the end
};

} // namespace holdfast::pam
