// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// How often one person got emergency codes, as against what the policy finds usual.
struct EmergencyUse
{
    int inQuarter {};
    int quota {};
    bool refuses {};
    int inAll {};
    int neverUsed {};

    static constexpr auto typeName = "EmergencyUse";
    static constexpr auto fields()
    {
        return fieldList(
            field("inQuarter", &EmergencyUse::inQuarter, "Times that codes were issued in the last 90 days."),
            field("quota", &EmergencyUse::quota, "What the policy finds usual in that time; 0: no quota."),
            field("refuses", &EmergencyUse::refuses, "Whether the policy refuses more, or warns."),
            field("inAll", &EmergencyUse::inAll, "Times that codes were issued at all."),
            field("neverUsed", &EmergencyUse::neverUsed, "Of these, never used."));
    }
};

// A line of the statistics.
struct EmergencyCount
{
    QString name;
    int issued {};
    int neverUsed {};

    static constexpr auto typeName = "EmergencyCount";
    static constexpr auto fields()
    {
        return fieldList(field("name", &EmergencyCount::name, "Domain, administrator or reason."),
                         field("issued", &EmergencyCount::issued, "Times that codes were issued."),
                         field("neverUsed", &EmergencyCount::neverUsed, "Of these, never used."));
    }
};

// GET /emergency-codes/statistics.
struct EmergencyStatistics
{
    Timestamp from {};
    Timestamp to {};
    int issued {};
    int neverUsed {};
    std::vector<EmergencyCount> domains;
    std::vector<EmergencyCount> issuers;
    std::vector<EmergencyCount> reasons;
    std::vector<EmergencyCount> people;

    static constexpr auto typeName = "EmergencyStatistics";
    static constexpr auto fields()
    {
        return fieldList(
            field("from", &EmergencyStatistics::from, "Beginning of the time looked at."),
            field("to", &EmergencyStatistics::to, "Its end."),
            field("issued", &EmergencyStatistics::issued, "Times that codes were issued."),
            field("neverUsed", &EmergencyStatistics::neverUsed, "Of these, never used."),
            field("domains", &EmergencyStatistics::domains, "By domain, the most first.").length(0, 50),
            field("issuers", &EmergencyStatistics::issuers, "By administrator.").length(0, 50),
            field("reasons", &EmergencyStatistics::reasons, "By reason.").length(0, 50),
            field("people", &EmergencyStatistics::people, "By person, the most first.").length(0, 50));
    }
};

} // namespace holdfast::contract
