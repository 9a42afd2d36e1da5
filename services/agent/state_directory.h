// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>

namespace holdfast::agent {

// Held by whoever changes the state; given back when it goes.
class StateLock
{
public:
    explicit StateLock(int file)
        : m_file(file)
    { }
    StateLock(StateLock&& other) noexcept
        : m_file(std::exchange(other.m_file, -1))
    { }
    StateLock& operator=(StateLock&& other) noexcept;
    StateLock(const StateLock&) = delete;
    StateLock& operator=(const StateLock&) = delete;
    ~StateLock();

private:
    int m_file = -1;
};

// The folder that the agent keeps everything in: its owner's alone (0700, files 0600). What is written is
// the old or the new text after a power cut, never a part. Names are plain file names.
class StateDirectory
{
public:
    explicit StateDirectory(QString path)
        : m_path(std::move(path))
    { }

    [[nodiscard]] QString path() const { return m_path; }
    // Makes it where it is missing. Error: state_not_written.
    [[nodiscard]] contract::Result<void> make() const;
    // Errors: not_enrolled (it is missing), state_not_ours, state_open_to_others, state_unreadable.
    [[nodiscard]] contract::Result<void> check() const;
    // One process or thread at a time. Errors: state_busy after `patience`, state_not_written.
    [[nodiscard]] contract::Result<StateLock> lock(std::chrono::milliseconds patience) const;

    // Errors: file_missing (there is none), file_unreadable (too large, a link, or the disk fails).
    [[nodiscard]] contract::Result<QByteArray> read(const QString& name, qint64 largest) const;
    [[nodiscard]] bool has(const QString& name) const;
    // Error: state_not_written.
    [[nodiscard]] contract::Result<void> write(const QString& name, QByteArrayView bytes) const;
    void remove(const QString& name) const;
    // Renames it to NAME.aside, in place of what was there, for somebody to look at.
    void setAside(const QString& name) const;
    [[nodiscard]] QStringList names(const QString& suffix) const;
    // A folder within, where what is to take this one's place is made ready.
    [[nodiscard]] StateDirectory staging() const;
    // Moves a file of `other` here, in place of what was here; one that was moved already stays. Error:
    // state_not_written.
    [[nodiscard]] contract::Result<void> takeOver(const StateDirectory& other, const QString& name,
                                                  const QString& newName) const;

private:
    [[nodiscard]] QByteArray encoded(const QString& name) const;
    [[nodiscard]] bool sync() const;
    QString m_path;
};

} // namespace holdfast::agent
