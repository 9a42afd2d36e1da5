// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// Verifying callers, the questions they are asked, and the second person's approval.
void addVerificationRoutes(Routes& routes);

// Parts of the above, in caller_questions.cpp and approvals.cpp.
void addCallerQuestionRoutes(Routes& routes);
void addApprovalRoutes(Routes& routes);

} // namespace holdfast::authentication
