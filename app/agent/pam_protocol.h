// SPDX-License-Identifier: Apache-2.0
#pragma once

/* What pam_holdfast.so and `holdfast-agent pam` say to each other, a line each; within a text "\n" stands for
   a new line and "\\" for a backslash.

   The module begins:   user NAME            whose sign-in
                        passcode TEXT        typed for an earlier module (perhaps)
                        first-passcode TEXT  the same; where it is refused or can be none, the agent asks
                        prompt TEXT          in place of the agent's (perhaps)
                        begin
   The agent then says: tell TEXT | warn TEXT
                        ask TEXT | ask-hidden TEXT   and waits for: answer TEXT | cancel
                        done accepted | refused | unavailable | cancelled   and ends
   No line is longer than HOLDFAST_PAM_LINE bytes with its end; between two of the agent's, and between an
   answer and its next one, there are less than HOLDFAST_PAM_SECONDS. */
#define HOLDFAST_PAM_LINE 4096
#define HOLDFAST_PAM_SECONDS 45
