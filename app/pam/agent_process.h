// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pam/line_buffer.h"
#include "app/pam/module_options.h"

namespace holdfast::pam {

// `holdfast-agent pam` as a child of whatever program asks PAM: with an environment of its own, no descriptor
// but the one to us, and gone without a trace when this goes. Nothing of the program changes for it: whether
// it ignores the ends of its children or takes that of ours for one of its own does not matter.
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
    int m_child = -1; // a descriptor, which stands for no other process later
    int m_socket = -1;
};

} // namespace holdfast::pam
