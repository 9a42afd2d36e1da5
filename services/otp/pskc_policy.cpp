// SPDX-License-Identifier: Apache-2.0
#include "services/otp/pskc_policy.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace holdfast::otp {

using namespace Qt::StringLiterals;

namespace {

ImportFault forbids(const QString& cause)
{
    return {u"policy_forbids"_s, cause,
            u"Ask for a key whose policy allows one-time codes without that condition."_s};
}

std::optional<ImportFault> applyPinPolicy(const XmlElement& policy)
{
    static const QStringList known {u"PINKeyId"_s,  u"PINUsageMode"_s, u"MaxFailedAttempts"_s,
                                    u"MinLength"_s, u"MaxLength"_s,    u"PINEncoding"_s};
    const bool understood = policy.children.empty()
        && std::all_of(policy.attributes.begin(), policy.attributes.end(),
                       [](const auto& attribute) { return known.contains(attribute.first); });
    if (!understood) {
        return forbids(u"The key's PIN policy has a condition that is not known here."_s);
    }
    // Local: the device asks for the PIN itself. Prepend: so do we, with a PIN that the person chooses.
    const QString mode = policy.attribute(u"PINUsageMode").value_or(u"Local"_s);
    if (mode != u"Local" && mode != u"Prepend") {
        return forbids(u"The key's PIN policy wants the PIN after the code or inside its computation."_s);
    }
    return std::nullopt;
}

std::optional<ImportFault> applyDate(const XmlElement& element, std::optional<contract::Timestamp>& date)
{
    date = pskcTime(element.text);
    if (!date) {
        return ImportFault {u"date_invalid"_s, u"%1 is not a date and time."_s.arg(element.name),
                            u"Ask for the file with dates such as 2026-01-31T00:00:00Z."_s};
    }
    return std::nullopt;
}

} // namespace

std::optional<ImportFault> applyPskcPolicy(const XmlElement& policy, ParsedToken& token)
{
    bool usageNamed = false;
    bool otpAllowed = false;
    for (const XmlElement& element : policy.children) {
        std::optional<ImportFault> fault;
        if (element.name == u"StartDate") {
            fault = applyDate(element, token.startsAt);
        } else if (element.name == u"ExpiryDate") {
            fault = applyDate(element, token.expiresAt);
        } else if (element.name == u"KeyUsage") {
            usageNamed = true;
            otpAllowed = otpAllowed || element.text == u"OTP";
        } else if (element.name == u"PINPolicy") {
            fault = applyPinPolicy(element);
        } else if (element.name == u"NumberOfTransactions") {
            fault = forbids(u"The key's policy limits how often it may be used, which is not kept here."_s);
        } else {
            fault = forbids(u"The key's policy has a condition that is not known here."_s);
        }
        if (fault) {
            return fault;
        }
    }
    if (usageNamed && !otpAllowed) {
        return forbids(u"The key's policy does not allow one-time codes."_s);
    }
    return std::nullopt;
}

std::optional<contract::Timestamp> pskcTime(const QString& text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeZone(QTimeZone::utc());
    }
    const int year = time.toUTC().date().year();
    if (!time.isValid() || year < 1970 || year > 9999) {
        return std::nullopt;
    }
    return contract::fromMilliseconds(time.toMSecsSinceEpoch());
}

} // namespace holdfast::otp
