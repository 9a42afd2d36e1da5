// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace holdfast::pam {

// What the line of the PAM configuration says. Texts are PAM's own and live as long as the call.
struct ModuleOptions
{
    const char* agent = HOLDFAST_AGENT_PROGRAM;
    const char* stateDirectory = nullptr;
    const char* prompt = nullptr;
    bool tryFirstPass = false; // what an earlier module asked for, else our own prompt
    bool useFirstPass = false; // nothing else: no prompt of the passcode
    const char* unknown = nullptr; // an option that is none
};

[[nodiscard]] ModuleOptions readOptions(int count, const char** words);

} // namespace holdfast::pam
