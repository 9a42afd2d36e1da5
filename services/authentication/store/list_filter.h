// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/fragments.h"

namespace holdfast::authentication {

// Conditions that rows of a list must all meet. Each is kept in two forms where that is quicker: one that
// looks at a row while the list is walked in its order, and one that finds the rows, for counting them.
class ListFilter
{
public:
    [[nodiscard]] const QStringList& conditions() const { return m_walked.sql; }
    [[nodiscard]] const QVariantList& values() const { return m_walked.values; }
    // How many rows of `source` ("users u") meet them.
    [[nodiscard]] qint64 countIn(storage::Connection& connection, const QString& source) const;

protected:
    using Condition = fragments::Condition;

    explicit ListFilter(fragments::Of of)
        : m_of(of)
    { }
    // A negated condition holds where it does not.
    void add(const QString& sql, const QVariantList& values, bool negated);
    void add(const Condition& walked, const Condition& counted, bool negated);
    // Every word stands somewhere in the row's texts. Looks at once how common that is. All must be long
    // enough.
    void holds(storage::Connection& connection, const QStringList& words, bool negated);

private:
    struct Conditions
    {
        QStringList sql;
        QVariantList values;
        void add(const Condition& condition, bool negated);
    };
    fragments::Of m_of;
    Conditions m_walked;
    Conditions m_counted;
    QString m_onlyWords; // for MATCH, as long as nothing else is asked for
};

} // namespace holdfast::authentication
