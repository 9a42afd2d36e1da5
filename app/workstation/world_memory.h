// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

namespace holdfast::workstation {

// What lasts from one time to the next: the port that the laptop is enrolled at, and how often counter
// tokens were pressed. A small file for this person alone; one that cannot be read is as if there were none.
class WorldMemory
{
public:
    explicit WorldMemory(QString path);

    [[nodiscard]] quint16 port() const { return m_port; }
    void setPort(quint16 port);
    // The counter whose code is shown next; `first` where it was never pressed.
    [[nodiscard]] qint64 counter(const QString& serial, qint64 first) const;
    void setCounter(const QString& serial, qint64 next);

private:
    void save() const;

    QString m_path;
    quint16 m_port = 0;
    QHash<QString, qint64> m_counters;
};

} // namespace holdfast::workstation
