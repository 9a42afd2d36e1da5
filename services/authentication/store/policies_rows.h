// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/policy.h"
#include "services/storage/connection.h"

#include <optional>
#include <vector>

// How policies lie in their table: the settings as JSON of the contract value, identity and version in
// columns.
namespace holdfast::authentication::policies {

template <class Policy>
struct Kind;
template <>
struct Kind<contract::LockoutPolicy>
{
    static constexpr auto type = contract::PolicyType::Lockout;
    static constexpr auto column = "lockout";
};
template <>
struct Kind<contract::TokenPolicy>
{
    static constexpr auto type = contract::PolicyType::Token;
    static constexpr auto column = "token";
};
template <>
struct Kind<contract::OfflinePolicy>
{
    static constexpr auto type = contract::PolicyType::Offline;
    static constexpr auto column = "offline";
};

// By name; `domains` filled with the paths that set it themselves. `id`: that one alone.
template <class Policy>
[[nodiscard]] std::vector<Policy> readAll(storage::Connection& connection, std::optional<qint64> id = {});

// Reads the settings column. Fields that a later version dropped do not matter; those that it added have
// their defaults.
template <class Policy>
[[nodiscard]] Policy fromSettings(const QString& text);

// The settings column. Identity, default, domains and version are left out.
template <class Policy>
[[nodiscard]] QString settingsText(const Policy& policy);

} // namespace holdfast::authentication::policies
