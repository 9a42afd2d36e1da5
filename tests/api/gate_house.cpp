// SPDX-License-Identifier: Apache-2.0
#include "tests/api/gate_house.h"

#include "services/authentication/domain/emergency_text.h"
#include "services/authentication/store/canonical.h"
#include "services/security/pin_hash.h"

#include <thread>

namespace holdfast::testing {

using contract::PinStyle;
using contract::TokenKind;
using storage::Connection;

namespace {

QByteArray seedOf(const QString& serial)
{
    return "12345678901234567890" + serial.toUtf8();
}

} // namespace

Gate::Done Outcomes::collect()
{
    return [this](const Outcome& outcome, const std::exception_ptr& failed) {
        const std::lock_guard lock(m_mutex);
        m_outcomes.push_back(outcome);
        m_failed = failed ? failed : m_failed;
        m_changed.notify_all();
    };
}

std::vector<Outcome> Outcomes::wait(size_t count)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait_for(lock, std::chrono::seconds(60), [&] { return m_outcomes.size() >= count; })) {
        throw std::runtime_error("No outcome within a minute.");
    }
    if (m_failed) {
        std::rethrow_exception(m_failed);
    }
    return std::move(m_outcomes);
}

GateHouse::GateHouse(GateOptions options)
{
    auto opened = storage::Database::open({.path = directory.filePath(QStringLiteral("holdfast.db"))});
    if (!opened) {
        throw std::runtime_error(opened.error().detail.toStdString());
    }
    database = std::move(*opened);
    if (const auto migrated = migrate(*database); !migrated) {
        throw std::runtime_error(migrated.error().detail.toStdString());
    }
    const After after = [this](std::chrono::milliseconds delay, const std::function<void()>& function) {
        {
            const std::lock_guard lock(delaysMutex);
            delays.push_back(delay);
        }
        function();
    };
    gate = std::make_unique<Gate>(*database, keys, eventLog, clock, after, options);
}

qint64 GateHouse::addUser(const QString& name, const QString& more)
{
    return database->writeAndWait([&](Connection& connection) {
        const qint64 at = contract::toMilliseconds(clock.now());
        const qint64 id = connection.insert(
            QStringLiteral("INSERT INTO users (name, name_key, email, email_key, domain_id, created_at,"
                           " updated_at) VALUES (?, ?, ?, ?, 1, ?, ?)"),
            {name, canonicalName(name), name + QStringLiteral("@example.com"),
             canonicalName(name + QStringLiteral("@example.com")), at, at});
        if (!more.isEmpty()) {
            connection.change(QStringLiteral("UPDATE users SET %1 WHERE id = ?").arg(more), {id});
        }
        return id;
    });
}

QString GateHouse::addToken(qint64 userId, const TokenRecipe& recipe)
{
    const QString serial = QStringLiteral("T%1").arg(++m_tokens);
    const QByteArray identity = serial.toUtf8();
    const bool hasPin = !recipe.pin.isEmpty();
    const QVariant hash =
        hasPin ? QVariant(security::hashPin(keys, secret(recipe.pin), identity)) : QVariant();
    const bool mixed = hasPin && recipe.style == PinStyle::Mixed;
    const QVariant tag =
        mixed ? QVariant(int {security::pinTag(keys, secret(recipe.pin), identity)}) : QVariant();
    const QString state = recipe.style == PinStyle::None ? QStringLiteral("notRequired")
        : hasPin                                         ? QStringLiteral("set")
                                                         : QStringLiteral("notSet");
    change(QStringLiteral("INSERT INTO tokens (serial, kind, digits, interval_seconds, pin_style, pin_state,"
                          " domain_id, user_id, enabled, seed, imported_at, pin_hash, pin_tag, pin_length)"
                          " VALUES (?, ?, ?, ?, ?, ?, 1, ?, 1, ?, 0, ?, ?, ?)"),
           {serial, enumName(recipe.kind), recipe.digits, recipe.kind == TokenKind::Hotp ? 0 : 30,
            enumName(recipe.style), state, userId,
            keys.seal(security::Purpose::SealSeed, seedOf(serial), "seed:" + identity), hash, tag,
            mixed ? QVariant(recipe.pin.size()) : QVariant()});
    return serial;
}

QByteArray GateHouse::code(const QString& serial, qint64 position) const
{
    return database->read([&](Connection& connection) {
        auto rows = connection.select(
            QStringLiteral("SELECT interval_seconds, digits FROM tokens WHERE serial = ?"), {serial});
        rows.next();
        const int interval = static_cast<int>(rows.integer(0));
        const qint64 at = interval == 0 ? position : otp::stepAt(clock.now(), interval) + position;
        return otp::hotp(seedOf(serial), static_cast<quint64>(at), static_cast<int>(rows.integer(1)))
            .view()
            .toByteArray();
    });
}

qint64 GateHouse::addEmergency(qint64 userId, const QString& serial, const QByteArray& code, const char* kind,
                               const char* replaces, const char* onReturn)
{
    return database->writeAndWait([&](Connection& connection) {
        const qint64 at = contract::toMilliseconds(clock.now());
        const qint64 id = connection.insert(
            QStringLiteral("INSERT INTO emergency_issues (user_id, token_id, kind, replaces, on_token_return,"
                           " reason, issued_by, issued_at, expires_at, count) VALUES (?,"
                           " (SELECT id FROM tokens WHERE serial = ?), ?, ?, ?, 'a test', 'test', ?, ?, 1)"),
            {userId, serial, QString::fromLatin1(kind), QString::fromLatin1(replaces),
             QString::fromLatin1(onReturn), at, at + 86'400'000});
        connection.insert(QStringLiteral("INSERT INTO emergency_codes (issue_id, code_mac) VALUES (?, ?)"),
                          {id, emergencyCodeMac(keys, userId, secret(code))});
        return id;
    });
}

Outcome GateHouse::submit(const QString& name, const QByteArray& passcode)
{
    return submitInParallel(name, passcode, 1).front();
}

std::vector<Outcome> GateHouse::submitInParallel(const QString& name, const QByteArray& passcode, int count)
{
    Outcomes outcomes;
    constexpr int threadCount = 4;
    std::vector<std::thread> threads;
    std::atomic<int> left = count;
    for (int i = 0; i < std::min(threadCount, count); ++i) {
        threads.emplace_back([&] {
            while (left-- > 0) {
                Submission submission;
                submission.subjectName = name;
                submission.credentials.passcode = secret(passcode);
                submission.client = QStringLiteral("vpn");
                submission.clientAddress = QStringLiteral("192.0.2.1");
                gate->submit(std::move(submission), outcomes.collect());
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return outcomes.wait(static_cast<size_t>(count));
}

Outcome GateHouse::nextCode(const Outcome& challenge, const QByteArray& code)
{
    Outcomes outcomes;
    gate->verifyNextTokencode(*challenge.continuation, secret(code), outcomes.collect());
    return outcomes.wait(1).front();
}

Outcome GateHouse::newPin(const Outcome& challenge, const QByteArray& pin)
{
    Outcomes outcomes;
    gate->setNewPin(*challenge.continuation, secret(pin), outcomes.collect());
    return outcomes.wait(1).front();
}

qint64 GateHouse::number(const QString& sql, const QVariantList& values)
{
    return database->read([&](Connection& connection) {
        auto rows = connection.select(sql, values);
        return rows.next() && !rows.isNull(0) ? rows.integer(0) : -1;
    });
}

void GateHouse::change(const QString& sql, const QVariantList& values)
{
    database->writeAndWait([&](Connection& connection) { connection.change(sql, values); });
}

qint64 GateHouse::events(const QString& key, const QString& reason)
{
    return number(QStringLiteral("SELECT COUNT(*) FROM events WHERE key = ? AND (? = '' OR reason = ?)"),
                  {key, reason, reason});
}

} // namespace holdfast::testing
