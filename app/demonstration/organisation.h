// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/names.h"
#include "app/demonstration/world.h"
#include "services/storage/connection.h"

namespace holdfast::demonstration {

// A domain of the organisation: who works there and how they sign in.
struct DomainPlan
{
    const char* path;
    int people;
    int hoursFromUtc;
    Region region; // most people's
    const char* client;
    const char* network; // first three numbers of their addresses
    double logonsPerDay; // on a working day, on average
};

inline constexpr auto organisationName = "Tarnwick Instruments";
inline constexpr auto mailDomain = "tarnwick.example";
inline constexpr auto stockDomain = "/Token Stock";

[[nodiscard]] const std::vector<DomainPlan>& domainPlans();

// Writes domains and policies, and has the world know them.
void foundOrganisation(storage::Connection& connection, World& world);

} // namespace holdfast::demonstration
