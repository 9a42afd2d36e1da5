// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"

#include <QByteArray>

#include <vector>

namespace holdfast::bench {

enum class Kind
{
    Hotp, // succeeds again and again: for a sustained load
    Totp // succeeds once for each step
};

// Somebody with a token, as the benchmark knows them.
struct Person
{
    QByteArray name;
    QByteArray serial;
    QByteArray secret;
    QByteArray pin;
    qint64 counter = 0; // the next one, for HOTP
    bool busy = false; // an answer is due: codes of one token must arrive in order

    [[nodiscard]] QByteArray code(qint64 position) const; // six digits
    [[nodiscard]] QByteArray passcode(qint64 position) const { return pin + code(position); }
};

using People = std::vector<Person>;

[[nodiscard]] People makePeople(int count, const char* prefix);
[[nodiscard]] qint64 currentStep(); // of thirty seconds

// Fills a service over its own API: people, tokens (one PSKC file), assignments. Throws std::runtime_error
// with what the service answered.
class Seeder
{
public:
    explicit Seeder(quint16 port);
    [[nodiscard]] QByteArray makeClientKey();
    void add(const People& people, Kind kind, bool withPin);
    // The header line of an administrator.
    [[nodiscard]] const QByteArray& authorization() const { return m_authorization; }

private:
    void each(const std::vector<QByteArray>& requests, int status,
              std::vector<QByteArray>* answers = nullptr);
    [[nodiscard]] QByteArray one(const QByteArray& request, int status);
    void importTokens(const People& people, Kind kind);

    quint16 m_port;
    QByteArray m_authorization;
};

} // namespace holdfast::bench
