// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QDateEdit;

namespace holdfast::views {

// A day, or none. A Start day begins at its midnight; an End day is whole: the moment is the midnight after
// it.
class OptionalDate final : public QWidget
{
    Q_OBJECT
public:
    enum class Day
    {
        Start,
        End
    };
    // `none`: what it means when there is no day.
    OptionalDate(const QString& none, Day day, QWidget* parent = nullptr);

    void setMoment(std::optional<contract::Timestamp> moment);
    [[nodiscard]] std::optional<contract::Timestamp> moment() const;
    // Since setMoment().
    [[nodiscard]] bool isChanged() const;

Q_SIGNALS:
    void momentChanged();

private:
    void showNone();
    [[nodiscard]] std::optional<contract::Timestamp> shownMoment() const;

    QString m_none;
    Day m_day;
    QCheckBox* m_set;
    QDateEdit* m_edit;
    std::optional<contract::Timestamp> m_original;
    std::optional<contract::Timestamp> m_originalShown;
};

} // namespace holdfast::views
