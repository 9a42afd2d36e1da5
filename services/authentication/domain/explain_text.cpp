// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/explain_text.h"

namespace holdfast::authentication {

using contract::Check;
using contract::Explanation;
using contract::OriginKind;

namespace {

struct Title
{
    const char* id;
    const char* text;
};
constexpr std::array titles {
    Title {"account_enabled", "Account enabled"},
    Title {"account_started", "Account has started"},
    Title {"account_not_ended", "Account has not ended"},
    Title {"account_not_locked", "Account not locked"},
    Title {"account_attempts_free", "Attempt can be taken"},
    Title {"has_token", "Has a token"},
    Title {"token_enabled", "Token enabled"},
    Title {"token_not_lost", "Token not lost"},
    Title {"token_started", "Token has started"},
    Title {"token_not_expired", "Token not expired"},
    Title {"token_whole", "Token's record whole"},
    Title {"token_code_free", "Token has an unused code"},
    Title {"token_pin", "PIN known"},
    Title {"token_next_code", "Next tokencode"},
    Title {"emergency_code", "Emergency code"},
};

QString titleOf(const QString& id)
{
    const auto found = std::find_if(titles.begin(), titles.end(),
                                    [&](const Title& title) { return id == QLatin1String(title.id); });
    return found == titles.end() ? id : QString::fromLatin1(found->text);
}

QString originText(const contract::PolicyOrigin& origin)
{
    switch (origin.kind) {
    case OriginKind::Own:
        return QStringLiteral("policy \"%1\", set on %2").arg(origin.policyName, origin.domain);
    case OriginKind::Inherited:
        return QStringLiteral("policy \"%1\", inherited from %2").arg(origin.policyName, origin.domain);
    case OriginKind::Default:
        return QStringLiteral("policy \"%1\", the default").arg(origin.policyName);
    }
    return {};
}

// Where a check stands: the account, one token, the emergency codes.
QString groupOf(const Check& check)
{
    if (check.id == QLatin1String("emergency_code")) {
        return QStringLiteral("Emergency codes");
    }
    return check.tokenSerial.isEmpty() ? QStringLiteral("Account")
                                       : QStringLiteral("Token %1").arg(check.tokenSerial);
}

void appendCheck(QString& text, const Check& check)
{
    const auto line = [&](const char* label, const QString& value) {
        text += QStringLiteral("         %1: %2\n").arg(QLatin1String(label), value);
    };
    text += QStringLiteral("  %1 %2: %3\n")
                .arg(check.passed ? QStringLiteral("[ok]  ") : QStringLiteral("[FAIL]"), titleOf(check.id),
                     check.found);
    if (!check.passed && !check.required.isEmpty()) {
        line("required", check.required);
    }
    if (check.origin) {
        line("required by", originText(*check.origin));
    }
    if (check.cure && !check.cure->path.isEmpty()) {
        line("cure",
             QStringLiteral("%1 (%2 %3, needs %4)")
                 .arg(check.cure->label, check.cure->method, check.cure->path,
                      enumName(check.cure->permission)));
    }
}

} // namespace

QString explanationText(const Explanation& explanation)
{
    QString text = explanation.canLogOn
        ? QStringLiteral("%1 can sign in now, with %2.\n")
              .arg(explanation.userName, explanation.ways.join(QStringLiteral(" or ")))
        : QStringLiteral("%1 cannot sign in now.\n").arg(explanation.userName);
    text += QStringLiteral("Account: %1 in %2\nChecked: %3\n")
                .arg(explanation.userName, explanation.domain, contract::toRfc3339(explanation.at));
    if (explanation.lastAttempt) {
        text += QStringLiteral("Last attempt: %1 (%2)\n")
                    .arg(explanation.lastAttempt->sentence, contract::toRfc3339(explanation.lastAttempt->at));
    }
    QString group;
    for (const Check& check : explanation.checks) {
        if (const QString next = groupOf(check); next != group) {
            group = next;
            text += QStringLiteral("\n%1\n").arg(group);
        }
        appendCheck(text, check);
    }
    return text;
}

} // namespace holdfast::authentication
