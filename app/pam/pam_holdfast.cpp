// SPDX-License-Identifier: Apache-2.0
// pam_holdfast.so: asks holdfast-agent whether somebody may sign in on this computer. See pam_holdfast(8).
#include "app/pam/agent_process.h"
#include "app/pam/module_options.h"

#include <cstdlib>
#include <cstring>
#include <security/pam_ext.h>
#include <security/pam_modules.h>
#include <syslog.h>

namespace {

using holdfast::pam::AgentProcess;
using holdfast::pam::Line;
using holdfast::pam::ModuleOptions;

constexpr int mostLines = 200;

// One message of a conversation. The answer, which the caller wipes and frees, in `answer`.
int converse(pam_handle_t* pam, int style, const char* text, char** answer)
{
    const void* item = nullptr;
    if (pam_get_item(pam, PAM_CONV, &item) != PAM_SUCCESS || item == nullptr) {
        return PAM_CONV_ERR;
    }
    const auto* const conversation = static_cast<const pam_conv*>(item);
    if (conversation->conv == nullptr) {
        return PAM_CONV_ERR;
    }
    const pam_message message = {style, text};
    const pam_message* messages[] = {&message};
    pam_response* responses = nullptr;
    const int code = conversation->conv(1, messages, &responses, conversation->appdata_ptr);
    char* said = nullptr;
    if (responses != nullptr) {
        said = responses->resp;
        free(responses);
    }
    if (code == PAM_SUCCESS && answer != nullptr) {
        *answer = said;
        return said != nullptr ? PAM_SUCCESS : PAM_CONV_ERR;
    }
    if (said != nullptr) {
        explicit_bzero(said, strlen(said));
        free(said);
    }
    return code;
}

bool sendText(AgentProcess& agent, const char* word, const char* text)
{
    Line line;
    return line.make(word, text) && agent.send(line);
}

bool answerQuestion(pam_handle_t* pam, AgentProcess& agent, int style, const char* question)
{
    char* answer = nullptr;
    const int code = converse(pam, style, question, &answer);
    const bool sent =
        code == PAM_SUCCESS ? sendText(agent, "answer", answer) : sendText(agent, "cancel", nullptr);
    if (answer != nullptr) {
        explicit_bzero(answer, strlen(answer));
        free(answer);
    }
    return sent;
}

int codeOf(const char* outcome)
{
    if (strcmp(outcome, "accepted") == 0) {
        return PAM_SUCCESS;
    }
    if (strcmp(outcome, "unavailable") == 0) {
        return PAM_AUTHINFO_UNAVAIL;
    }
    return PAM_AUTH_ERR;
}

void show(pam_handle_t* pam, bool silent, int style, const char* text)
{
    if (!silent) {
        (void)converse(pam, style, text, nullptr);
    }
}

// What the agent says until it is done. Whatever is not an acceptance in so many words is none, and only the
// agent's own word that nobody can decide leaves the decision to the lines below: an agent that fails, or is
// made to fail by who sits in front of it, refuses.
int listen(pam_handle_t* pam, AgentProcess& agent, bool silent)
{
    Line line;
    for (int i = 0; i < mostLines; ++i) {
        if (!agent.receive(line, HOLDFAST_PAM_SECONDS)) {
            pam_syslog(pam, LOG_ERR, "the agent stopped answering");
            return PAM_SYSTEM_ERR;
        }
        if (const char* said = line.textAfter("tell")) {
            show(pam, silent, PAM_TEXT_INFO, said);
        } else if (const char* warned = line.textAfter("warn")) {
            show(pam, silent, PAM_ERROR_MSG, warned);
        } else if (const char* hidden = line.textAfter("ask-hidden")) {
            if (!answerQuestion(pam, agent, PAM_PROMPT_ECHO_OFF, hidden)) {
                return PAM_AUTH_ERR;
            }
        } else if (const char* shown = line.textAfter("ask")) {
            if (!answerQuestion(pam, agent, PAM_PROMPT_ECHO_ON, shown)) {
                return PAM_AUTH_ERR;
            }
        } else if (const char* outcome = line.textAfter("done")) {
            return codeOf(outcome);
        } else {
            pam_syslog(pam, LOG_ERR, "the agent said something unknown");
            return PAM_SYSTEM_ERR;
        }
    }
    return PAM_MAXTRIES;
}

int authenticate(pam_handle_t* pam, const ModuleOptions& options, bool silent)
{
    const char* user = nullptr;
    if (pam_get_user(pam, &user, nullptr) != PAM_SUCCESS || user == nullptr || *user == '\0') {
        return PAM_USER_UNKNOWN;
    }
    const void* earlier = nullptr;
    if (options.tryFirstPass || options.useFirstPass) {
        (void)pam_get_item(pam, PAM_AUTHTOK, &earlier);
        // Nothing typed there is no attempt here.
        if (earlier != nullptr && *static_cast<const char*>(earlier) == '\0') {
            earlier = nullptr;
        }
        if (earlier == nullptr && options.useFirstPass) {
            return PAM_AUTH_ERR;
        }
    }
    AgentProcess agent;
    const bool begun = agent.start(options) && sendText(agent, "user", user)
        && (earlier == nullptr
            || sendText(agent, options.useFirstPass ? "passcode" : "first-passcode",
                        static_cast<const char*>(earlier)))
        && (options.prompt == nullptr || sendText(agent, "prompt", options.prompt))
        && sendText(agent, "begin", nullptr);
    if (!begun) {
        pam_syslog(pam, LOG_ERR, "the agent %s cannot be started", options.agent);
        return PAM_SYSTEM_ERR;
    }
    return listen(pam, agent, silent);
}

} // namespace

extern "C" __attribute__((visibility("default"))) int pam_sm_authenticate(pam_handle_t* pam, int flags,
                                                                          int count, const char** words)
{
    const ModuleOptions options = holdfast::pam::readOptions(count, words);
    if (options.unknown != nullptr) {
        // A misspelt option must not weaken anything unnoticed.
        pam_syslog(pam, LOG_ERR, "there is no option %s", options.unknown);
        return PAM_SERVICE_ERR;
    }
    return authenticate(pam, options, (flags & PAM_SILENT) != 0);
}

extern "C" __attribute__((visibility("default"))) int pam_sm_setcred(pam_handle_t*, int, int, const char**)
{
    return PAM_SUCCESS;
}
