// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/emergency_code.h"
#include "services/contract/emergency_use.h"

#include <QCoreApplication>

namespace holdfast::models {

// What the emergency code dialog says.
struct EmergencyWords
{
    Q_DECLARE_TR_FUNCTIONS(EmergencyWords)
public:
    [[nodiscard]] static QString heading(const contract::EmergencyCodeIssue& issue);
    // What the caller types, and what happens when the token returns.
    [[nodiscard]] static QString usage(const contract::EmergencyCodeIssue& issue);
    [[nodiscard]] static QString usage(contract::EmergencyCodeKind kind, contract::CodeReplaces replaces);

    // "3 times in the last 90 days (usual: up to 6); 1 never used." Empty where nothing was ever issued.
    [[nodiscard]] static QString use(const contract::EmergencyUse& use);
    [[nodiscard]] static QString quotaReached();

    [[nodiscard]] static QString noCodeNeeded();
    [[nodiscard]] static QString noToken();
    [[nodiscard]] static QString resync();
    [[nodiscard]] static QString clearPin();
    [[nodiscard]] static QString expired();
    [[nodiscard]] static QString noPinYetHeading();
    [[nodiscard]] static QString noPinYet();
    [[nodiscard]] static QString pinlessHeading();
    [[nodiscard]] static QString pinless();
    [[nodiscard]] static QString noConnectionHeading();
    [[nodiscard]] static QString noConnection();
    [[nodiscard]] static QString notPermitted();
    [[nodiscard]] static QString codeWorksOnlyAfter(const QString& action);
    [[nodiscard]] static QString endsFormerCodes();
    [[nodiscard]] static QString oftenIssued(int times);
};

} // namespace holdfast::models
