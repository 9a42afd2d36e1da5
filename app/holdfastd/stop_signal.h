// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace holdfast::daemon {

// SIGTERM and SIGINT as something to wait for. Make it before any thread: threads inherit that they do not
// take the signals themselves. SIGPIPE is ignored from then on.
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    // Returns at a signal or, with `orEndOfInput`, when standard input ends: whoever started us has gone.
    void wait(bool orEndOfInput) const;

private:
    int m_descriptor = -1;
};

} // namespace holdfast::daemon
