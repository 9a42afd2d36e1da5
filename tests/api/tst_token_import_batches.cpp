// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/token_import_batches.h"
#include "tests/api/import_desk.h"
#include "tests/support/sanitizer.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;

// Imports too large for one transaction: progress, cancelling, going on, and the key that imports once.
class TokenImportBatchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandRecordsTakeSeconds();
    void anInterruptedImportIsResumed();
    void aBatchedImportIsCancelled();
    void whatNobodyCanTakeUpAgainIsForgotten();
    void anIdempotencyKeyImportsOnce();
    void anIdempotencyKeyIsNewAgainAfterADay();
};

void TokenImportBatchesTest::tenThousandRecordsTakeSeconds()
{
    ImportDesk desk;
    const QByteArray file = fileOf(10'000);
    QElapsedTimer timer;
    timer.start();
    const ApiAnswer answer = desk.import(file, "pskc");
    QCOMPARE(answer.json[u"imported"].toInt(), 10'000);
    QCOMPARE(answer.json[u"rows"].toArray().size(), 10'000);
    QVERIFY2(timer.elapsed() < testing::allowance * 20'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(desk.tokens(), 10'000);
    // Each batch with its event, in its own transaction.
    int told = 0;
    const auto events = desk.events(u"IMPORT_TOKENS"_s);
    for (const contract::Event& event : events) {
        QCOMPARE(event.detail[u"import"].toString(), answer.text("id"));
        told += event.detail[u"imported"].toInt();
    }
    QCOMPARE(told, 10'000);
    QCOMPARE(events.size(), size_t(20));
    QCOMPARE(desk.count(u"SELECT COUNT(*) FROM token_import_batches WHERE records IS NOT NULL"_s), 0);
}

void TokenImportBatchesTest::anInterruptedImportIsResumed()
{
    ImportDesk desk;
    // As a service leaves it that is killed between two batches.
    const ApiAnswer started = desk.import(fileOf(1200), "pskc", {{"async", "true"}});
    const QString path = u"/token-imports/"_s + started.text("id");
    QCOMPARE(desk.watch(started.text("id")).json[u"imported"].toInt(), 1200);
    QCOMPARE(desk.post(path + u"/resume"_s).code(), u"import_not_resumable"_s);
    const qint64 id = started.text("id").toLongLong();
    std::vector<otp::TokenRecord> left;
    for (int i = 0; i < 3; ++i) {
        otp::ParsedToken token;
        token.serial = u"LEFT%1"_s.arg(i);
        token.kind = contract::TokenKind::Totp;
        token.intervalSeconds = 30;
        token.seed = contract::Secret(QByteArrayView("12345678901234567890"));
        left.push_back({1200 + i, token.serial, token});
    }
    const QByteArray sealed = authentication::token_import_batches::sealed(desk.keys(), id, 4, left);
    QVERIFY(!sealed.contains("12345678901234567890"));
    desk.database().writeAndWait([&](storage::Connection& connection) {
        auto import = authentication::token_imports::find(connection, id)->value;
        import.state = contract::JobState::Running;
        import.total = 1203;
        authentication::token_imports::update(connection, id, import);
        authentication::token_import_batches::keep(connection, id, 4, sealed);
        return true;
    });
    const ApiAnswer interrupted = desk.get(path);
    QCOMPARE(interrupted.text("code"), u"interrupted"_s);
    QCOMPARE(interrupted.json[u"resumable"].toBool(), true);
    QCOMPARE(interrupted.json[u"rows"].toArray().size(), 1200);
    QCOMPARE(desk.post(path + u"/resume"_s).status, 202);
    const ApiAnswer ended = desk.watch(started.text("id"));
    QCOMPARE(ended.text("state"), u"finished"_s);
    QCOMPARE(ended.json[u"imported"].toInt(), 1203);
    QCOMPARE(ended.json[u"rows"].toArray().size(), 1203);
    QCOMPARE(desk.tokens(), 1203);
    QCOMPARE(desk.get(u"/tokens/LEFT2"_s).text("state"), u"unassigned"_s);
}

void TokenImportBatchesTest::aBatchedImportIsCancelled()
{
    ImportDesk desk;
    const ApiAnswer started = desk.import(fileOf(20'000), "pskc", {{"async", "true"}});
    const QString path = u"/token-imports/"_s + started.text("id");
    while (desk.tokens() == 0) {
        std::this_thread::yield();
    }
    QVERIFY(desk.get(path).json[u"rows"].toArray().isEmpty());
    QCOMPARE(desk.remove(path).status, 204);
    const ApiAnswer ended = desk.watch(started.text("id"));
    QCOMPARE(ended.text("state"), u"cancelled"_s);
    const int stored = ended.json[u"imported"].toInt();
    QVERIFY(stored > 0 && stored < 20'000);
    QCOMPARE(stored % 500, 0);
    QCOMPARE(desk.tokens(), stored);
    QCOMPARE(ended.json[u"rows"].toArray().size(), stored);
    QCOMPARE(desk.count(u"SELECT COUNT(*) FROM token_import_batches WHERE records IS NOT NULL"_s), 0);
    QCOMPARE(desk.post(path + u"/resume"_s).status, 409);
}

// As a service leaves it that is killed, or loses its storage, before all records are kept.
void TokenImportBatchesTest::whatNobodyCanTakeUpAgainIsForgotten()
{
    ImportDesk desk;
    const auto leave = [&] {
        const qint64 id = desk.import(withSerial("A1").file(), "pskc").text("id").toLongLong();
        desk.database().writeAndWait([&](storage::Connection& connection) {
            auto import = authentication::token_imports::find(connection, id)->value;
            import.state = contract::JobState::Running;
            authentication::token_imports::update(connection, id, import);
            authentication::token_import_batches::keep(connection, id, 1, "sealed");
        });
        return u"/token-imports/%1"_s.arg(id);
    };
    const auto kept = [&] {
        return desk.count(u"SELECT COUNT(*) FROM token_import_batches WHERE records IS NOT NULL"_s);
    };
    const QString path = leave();
    QCOMPARE(desk.get(path).text("code"), u"interrupted"_s);
    QCOMPARE(desk.remove(path).status, 204);
    QCOMPARE(desk.get(path).text("state"), u"cancelled"_s);
    QCOMPARE(kept(), 0);
    static_cast<void>(leave());
    QCOMPARE(kept(), 1);
    desk.database().writeAndWait(authentication::token_import_batches::discardUnstaged);
    QCOMPARE(kept(), 0);
}

void TokenImportBatchesTest::anIdempotencyKeyImportsOnce()
{
    ImportDesk desk;
    const ApiHeaders key {{"Idempotency-Key", "k1"}};
    const ApiAnswer first = desk.import(withSerial("A1").file(), "pskc", {}, {}, key);
    QCOMPARE(first.json[u"imported"].toInt(), 1);
    const ApiAnswer again = desk.import(withSerial("A1").file(), "pskc", {}, {}, key);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json, first.json); // and not: ignored
    QCOMPARE(again.headers.value("idempotency-replayed"), QByteArray("true"));
    QCOMPARE(desk.import(withSerial("A2").file(), "pskc", {}, {}, key).code(), u"idempotency_mismatch"_s);
    QCOMPARE(desk.events(u"IMPORT_TOKENS"_s).size(), size_t(1));
    QCOMPARE(desk.import(withSerial("A1").file(), "pskc").json[u"ignored"].toInt(), 1);
}

void TokenImportBatchesTest::anIdempotencyKeyIsNewAgainAfterADay()
{
    ImportDesk desk;
    const ApiHeaders key {{"Idempotency-Key", "k1"}};
    const ApiAnswer first = desk.import(withSerial("A1").file(), "pskc", {}, {}, key);
    QCOMPARE(first.json[u"imported"].toInt(), 1);
    desk.clock.advance(std::chrono::hours(25));
    const QByteArray later = desk.sessionOf(desk.adminId());
    const ApiAnswer next = desk.import(withSerial("A2").file(), "pskc", {}, later, key);
    QVERIFY2(next.status == 200, next.body.constData());
    QCOMPARE(next.json[u"imported"].toInt(), 1);
    QVERIFY(next.text("id") != first.text("id"));
}

QTEST_GUILESS_MAIN(TokenImportBatchesTest)
#include "tst_token_import_batches.moc"
