// SPDX-License-Identifier: Apache-2.0
#include "app/pam/module_options.h"

#include <cstring>

namespace holdfast::pam {

namespace {

// The text after NAME=, or null.
const char* valueOf(const char* word, const char* name)
{
    const size_t length = std::strlen(name);
    return std::strncmp(word, name, length) == 0 && word[length] == '=' ? word + length + 1 : nullptr;
}

} // namespace

ModuleOptions readOptions(int count, const char** words)
{
    ModuleOptions options;
    for (int i = 0; i < count; ++i) {
        const char* const word = words[i];
        if (const char* agent = valueOf(word, "agent")) {
            options.agent = agent;
        } else if (const char* directory = valueOf(word, "state_dir")) {
            options.stateDirectory = directory;
        } else if (const char* prompt = valueOf(word, "prompt")) {
            options.prompt = prompt;
        } else if (std::strcmp(word, "try_first_pass") == 0) {
            options.tryFirstPass = true;
        } else if (std::strcmp(word, "use_first_pass") == 0) {
            options.useFirstPass = true;
        } else {
            options.unknown = word;
        }
    }
    return options;
}

} // namespace holdfast::pam
