// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/theme/colours.h"

#include <QWidget>

class QVBoxLayout;

namespace holdfast::workstation {

// What the agent said since the sign-in began, one under the other; of many the last.
class WordsColumn final : public QWidget
{
    Q_OBJECT
public:
    explicit WordsColumn(QWidget* parent = nullptr);
    struct Entry
    {
        views::Tone tone = views::Tone::Neutral;
        QString text;
    };
    void add(views::Tone tone, const QString& text);
    void clear();
    [[nodiscard]] const QList<Entry>& entries() const { return m_entries; }

private:
    QVBoxLayout* m_column;
    QList<Entry> m_entries;
};

} // namespace holdfast::workstation
