// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/policy.h"

namespace holdfast::contract {

// POST /domains/{id}/preview-move.
struct DomainMove
{
    QString parent;

    static constexpr auto typeName = "DomainMove";
    static constexpr auto fields()
    {
        return fieldList(
            field("parent", &DomainMove::parent, "Path of the domain to move below.").length(1, 1024));
    }
};

// A policy that another takes the place of, in one domain of those that would move.
struct DomainMovePolicy
{
    QString domain;
    PolicyType type {};
    QString before;
    QString after;
    int people {};

    static constexpr auto typeName = "DomainMovePolicy";
    static constexpr auto fields()
    {
        return fieldList(field("domain", &DomainMovePolicy::domain, "Its path now."),
                         field("type", &DomainMovePolicy::type, "Which policy."),
                         field("before", &DomainMovePolicy::before, "Name of the policy in effect now."),
                         field("after", &DomainMovePolicy::after, "Name of the policy in effect then."),
                         field("people", &DomainMovePolicy::people, "People directly in this domain."));
    }
};

// An administrator who would reach more or fewer people.
struct DomainMoveReach
{
    QString userId;
    QString name;
    QString displayName;
    int before {};
    int after {};

    static constexpr auto typeName = "DomainMoveReach";
    static constexpr auto fields()
    {
        return fieldList(
            field("userId", &DomainMoveReach::userId, "The administrator."),
            field("name", &DomainMoveReach::name, "Logon name."),
            field("displayName", &DomainMoveReach::displayName, "Shown name; may be empty."),
            field("before", &DomainMoveReach::before, "People of the moved part who are seen now."),
            field("after", &DomainMoveReach::after, "People of the moved part who would be seen."));
    }
};

// What moving a domain would change. Nothing is changed.
struct DomainMovePreview
{
    QString from;
    QString to;
    int domains {};
    int people {};
    int tokens {};
    int workstations {};
    std::vector<DomainMovePolicy> policies;
    std::vector<DomainMoveReach> administrators;
    qint64 version {};

    static constexpr auto typeName = "DomainMovePreview";
    static constexpr auto fields()
    {
        return fieldList(
            field("from", &DomainMovePreview::from, "The path now."),
            field("to", &DomainMovePreview::to, "The path then."),
            field("domains", &DomainMovePreview::domains, "Domains that move, this one included."),
            field("people", &DomainMovePreview::people, "People in them."),
            field("tokens", &DomainMovePreview::tokens, "Tokens in them."),
            field("workstations", &DomainMovePreview::workstations, "Workstations in them.").orDefault(),
            field("policies", &DomainMovePreview::policies, "Policies in effect that change."),
            field("administrators", &DomainMovePreview::administrators,
                  "Administrators who gain or lose sight of people."),
            field("version", &DomainMovePreview::version, "Of the domain; for If-Match of the move."));
    }
};

} // namespace holdfast::contract
