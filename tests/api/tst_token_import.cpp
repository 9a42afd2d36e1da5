// SPDX-License-Identifier: Apache-2.0
#include "tests/api/import_desk.h"
#include "tests/otp/securid_files.h"

#include <QJsonDocument>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::fileOf;
using holdfast::testing::ImportDesk;
using holdfast::testing::outcomes;
using holdfast::testing::PskcKey;
using holdfast::testing::testData;
using holdfast::testing::withSerial;

class TokenImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensComeDisabledAndUnassigned();
    void aDryRunSaysTheSameAndChangesNothing();
    void everyRecordHasAnOutcome();
    void duplicatesAreIgnoredOrReplaced();
    void aReplacedTokenLeavesItsPerson();
    void someTokensAreNeverReplaced();
    void usedCodesStayUsed();
    void counterTokensBeginWhereTheyStand();
    void aRefusedFileIsAnEvent();
    void encryptedFilesOpenWithKeyOrPassphrase();
    void sdtidFilesAreRead();
    void formsAreChecked_data();
    void formsAreChecked();
    void scopeHolds();
    void aJobCanBeWatched();
    void aJobCanBeCancelled();
    void aJobOfAnotherIsHidden();
    void otpauthAndCsvGoTheSameWay();
    void nothingSecretIsToldOrStoredPlainly();
};

void TokenImportTest::tokensComeDisabledAndUnassigned()
{
    ImportDesk desk;
    const ApiAnswer answer = desk.import(withSerial("A1").file(), "pskc");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("state"), u"finished"_s);
    QCOMPARE(answer.json[u"total"].toInt(), 1);
    QCOMPARE(answer.json[u"imported"].toInt(), 1);
    QCOMPARE(outcomes(answer), QStringList {u"A1 imported"_s});

    const ApiAnswer token = desk.get(u"/tokens/A1"_s);
    QCOMPARE(token.status, 200);
    QCOMPARE(token.text("state"), u"unassigned"_s);
    QCOMPARE(token.json[u"enabled"].toBool(), false);
    QCOMPARE(token.text("kind"), u"hotp"_s);
    QCOMPARE(token.text("manufacturer"), u"Acme"_s);
    QCOMPARE(token.text("domain"), u"/"_s);

    const auto events = desk.events(u"IMPORT_TOKENS"_s);
    QCOMPARE(events.size(), size_t(1));
    QCOMPARE(events[0].actor, u"admin"_s);
    QCOMPARE(events[0].detail[u"imported"].toInt(), 1);
    QCOMPARE(events[0].detail[u"file"].toString(), u"tokens.xml"_s);
    QCOMPARE(desk.get(u"/token-imports/"_s + answer.text("id")).json, answer.json);
}

void TokenImportTest::aDryRunSaysTheSameAndChangesNothing()
{
    ImportDesk desk;
    QCOMPARE(desk.import(withSerial("A1").file(), "pskc").status, 200);
    const qint64 events = desk.count(u"SELECT COUNT(*) FROM events"_s);
    PskcKey bad = withSerial("A3");
    bad.secret = "";
    const QByteArray file = holdfast::testing::pskcContainer(withSerial("A1").xml() + withSerial("A2").xml()
                                                             + bad.xml() + withSerial("A2").xml());
    for (const QByteArray duplicates : {"ignore", "replace"}) {
        const ApiAnswer dry = desk.import(file, "pskc", {{"dryRun", "true"}, {"duplicates", duplicates}});
        QCOMPARE(dry.json[u"dryRun"].toBool(), true);
        QCOMPARE(outcomes(dry),
                 (QStringList {duplicates == "ignore" ? u"A1 ignored duplicate"_s : u"A1 replaced"_s,
                               u"A2 imported"_s, u"A3 failed secret_missing"_s,
                               u"A2 failed duplicate_in_file"_s}));
        QCOMPARE(desk.tokens(), 1);
        QCOMPARE(desk.count(u"SELECT COUNT(*) FROM events"_s), events);
        QCOMPARE(desk.get(u"/tokens/A1"_s).json[u"version"].toInt(), 1);
    }
    const ApiAnswer dry = desk.import(file, "pskc", {{"dryRun", "true"}});
    const ApiAnswer real = desk.import(file, "pskc");
    QCOMPARE(outcomes(real), outcomes(dry));
    QCOMPARE(desk.tokens(), 2);
}

void TokenImportTest::everyRecordHasAnOutcome()
{
    ImportDesk desk;
    PskcKey bad = withSerial("A2");
    bad.algorithm = "urn:x:unknown";
    const QByteArray file =
        holdfast::testing::pskcContainer(withSerial("A1").xml() + bad.xml() + withSerial("A3").xml());
    const ApiAnswer answer = desk.import(file, "pskc");
    QCOMPARE(outcomes(answer),
             (QStringList {u"A1 imported"_s, u"A2 failed algorithm_not_supported"_s, u"A3 imported"_s}));
    QCOMPARE(answer.json[u"failed"].toInt(), 1);
    const QJsonObject row = answer.json[u"rows"][1].toObject();
    QCOMPARE(row[u"position"].toInt(), 2);
    QVERIFY(!row[u"cause"].toString().isEmpty());
    QVERIFY(!row[u"cure"].toString().isEmpty());
    QCOMPARE(desk.tokens(), 2);
}

void TokenImportTest::duplicatesAreIgnoredOrReplaced()
{
    ImportDesk desk;
    QCOMPARE(desk.import(withSerial("A1").file(), "pskc").status, 200);
    PskcKey other = withSerial("A1");
    other.parameters.replace("Length=\"6\"", "Length=\"8\"");
    QCOMPARE(outcomes(desk.import(other.file(), "pskc")), QStringList {u"A1 ignored duplicate"_s});
    QCOMPARE(desk.get(u"/tokens/A1"_s).json[u"digits"].toInt(), 6);
    const ApiAnswer replaced = desk.import(other.file(), "pskc", {{"duplicates", "replace"}});
    QCOMPARE(outcomes(replaced), QStringList {u"A1 replaced"_s});
    QCOMPARE(replaced.json[u"replaced"].toInt(), 1);
    const ApiAnswer token = desk.get(u"/tokens/A1"_s);
    QCOMPARE(token.json[u"digits"].toInt(), 8);
    QCOMPARE(token.json[u"version"].toInt(), 2);
    QCOMPARE(desk.tokens(), 1);
}

void TokenImportTest::aReplacedTokenLeavesItsPerson()
{
    ImportDesk desk;
    const qint64 user = desk.makeUser(u"jane"_s);
    QCOMPARE(desk.import(withSerial("A1").file(), "pskc").status, 200);
    QCOMPARE(
        desk.post(u"/tokens/A1/assign"_s, {{u"userId"_s, QString::number(user)}, {u"requirePin"_s, true}})
            .status,
        200);
    const ApiAnswer answer = desk.import(withSerial("A1").file(), "pskc", {{"duplicates", "replace"}});
    QCOMPARE(outcomes(answer), QStringList {u"A1 replaced token_unassigned"_s});
    const ApiAnswer token = desk.get(u"/tokens/A1"_s);
    QCOMPARE(token.text("state"), u"unassigned"_s);
    QVERIFY(!token.json.contains(u"userId"_s));
    QCOMPARE(token.json[u"enabled"].toBool(), false);
    const auto events = desk.events(u"AM_UNLINK_TOKEN_PRINCIPAL"_s);
    QCOMPARE(events.size(), size_t(1));
    QCOMPARE(events[0].userName, u"jane"_s);
    QCOMPARE(events[0].tokenSerial, u"A1"_s);
}

void TokenImportTest::someTokensAreNeverReplaced()
{
    ImportDesk desk;
    const qint64 user = desk.makeUser(u"jane"_s);
    const QByteArray file = holdfast::testing::pskcContainer(withSerial("A1").xml() + withSerial("A2").xml()
                                                             + withSerial("A3").xml());
    QCOMPARE(desk.import(file, "pskc").json[u"imported"].toInt(), 3);
    const auto assign = [&](const QString& serial, qint64 id) {
        return desk
            .post(u"/tokens/%1/assign"_s.arg(serial),
                  {{u"userId"_s, QString::number(id)}, {u"requirePin"_s, false}})
            .status;
    };
    QCOMPARE(assign(u"A1"_s, desk.adminId()), 200);
    QCOMPARE(assign(u"A2"_s, user), 200);
    QCOMPARE(desk.post(u"/tokens/A2/replace"_s, {{u"newSerial"_s, u"A3"_s}}).status, 200);
    QCOMPARE(outcomes(desk.import(file, "pskc", {{"duplicates", "replace"}})),
             (QStringList {u"A1 failed token_of_administrator"_s, u"A2 failed replacement_pending"_s,
                           u"A3 failed replacement_pending"_s}));
    QCOMPARE(desk.get(u"/tokens/A1"_s).text("userName"), u"admin"_s);
}

void TokenImportTest::usedCodesStayUsed()
{
    ImportDesk desk;
    const auto lastStep = [&] {
        return desk.count(u"SELECT last_step FROM tokens WHERE serial = 'A1'"_s);
    };
    QCOMPARE(desk.import(withSerial("A1").file(), "pskc").status, 200);
    QCOMPARE(lastStep(), -1);
    desk.change(u"UPDATE tokens SET last_step = 41 WHERE serial = 'A1'"_s);
    QCOMPARE(desk.import(withSerial("A1").file(), "pskc", {{"duplicates", "replace"}}).status, 200);
    QCOMPARE(lastStep(), 41);
    // Nor do they come back by way of the bin.
    QCOMPARE(desk.remove(u"/tokens/A1"_s).status, 204);
    QCOMPARE(desk.import(withSerial("A1").file(), "pskc").status, 200);
    QCOMPARE(lastStep(), 41);
    // Another secret is another token, whose counter begins where the file says.
    PskcKey other = withSerial("A1");
    other.secret.replace("MTIz", "OTIz");
    QCOMPARE(desk.import(other.file(), "pskc", {{"duplicates", "replace"}}).status, 200);
    QCOMPARE(lastStep(), -1);
    // Nor by way of another secret in between,
    desk.change(u"UPDATE tokens SET last_step = 7 WHERE serial = 'A1'"_s);
    QCOMPARE(desk.import(withSerial("A1").file(), "pskc", {{"duplicates", "replace"}}).status, 200);
    QCOMPARE(lastStep(), 41);
    // nor when both are erased for good.
    QCOMPARE(desk.remove(u"/tokens/A1"_s).status, 204);
    for (const auto& entry : desk.get(u"/bin"_s).items()) {
        QCOMPARE(desk.remove(u"/bin/"_s + entry[u"id"].toString()).status, 204);
    }
    QCOMPARE(desk.import(other.file(), "pskc").status, 200);
    QCOMPARE(lastStep(), 7);
    QCOMPARE(desk.import(withSerial("A1").file(), "pskc", {{"duplicates", "replace"}}).status, 200);
    QCOMPARE(lastStep(), 41);
}

void TokenImportTest::counterTokensBeginWhereTheyStand()
{
    ImportDesk desk;
    PskcKey key = withSerial("A1");
    key.numbers = "<Counter><PlainValue>42</PlainValue></Counter>";
    QCOMPARE(desk.import(key.file(), "pskc").json[u"imported"].toInt(), 1);
    QCOMPARE(desk.count(u"SELECT last_step FROM tokens"_s), 41);
}

void TokenImportTest::aRefusedFileIsAnEvent()
{
    ImportDesk desk;
    const ApiAnswer answer = desk.import("<KeyContainer>", "pskc");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("state"), u"failed"_s);
    QCOMPARE(answer.text("code"), u"file_cut_off"_s);
    QVERIFY(!answer.text("cure").isEmpty());
    const auto events = desk.events(u"IMPORT_TOKENS"_s);
    QCOMPARE(events.size(), size_t(1));
    QCOMPARE(events[0].result, contract::EventResult::Failure);
    QCOMPARE(events[0].reason, u"file_cut_off"_s);
    QCOMPARE(desk.import("x", "csv").text("code"), u"not_csv"_s);
    QCOMPARE(desk.import("", "pskc").text("code"), u"file_empty"_s);
}

void TokenImportTest::encryptedFilesOpenWithKeyOrPassphrase()
{
    ImportDesk desk;
    const QByteArray underKey = testData("rfc6030/figure6.xml");
    QCOMPARE(desk.import(underKey, "pskc").text("code"), u"key_required"_s);
    QCOMPARE(outcomes(desk.import(underKey, "pskc", {{"key", "12345678901234567890123456789012"}})),
             QStringList {u"987654321 imported"_s});
    const QByteArray underPassphrase = testData("rfc6030/figure7.xml");
    QCOMPARE(desk.import(underPassphrase, "pskc").text("code"), u"passphrase_required"_s);
    QCOMPARE(
        outcomes(desk.import(underPassphrase, "pskc", {{"passphrase", "qwerty"}, {"duplicates", "replace"}})),
        QStringList {u"987654321 replaced"_s});
    QVERIFY(outcomes(desk.import(testData("rfc6030/figure10.xml"), "pskc"))
                .contains(u"654321 imported token_expired"_s));
}

void TokenImportTest::sdtidFilesAreRead()
{
    ImportDesk desk;
    const ApiAnswer answer =
        desk.import(holdfast::testing::sdtidBatch(2, u"secret"_s), "sdtid", {{"passphrase", "secret"}});
    QCOMPARE(answer.text("state"), u"finished"_s);
    QCOMPARE(answer.json[u"imported"].toInt(), 2);
    const QString serial = answer.json[u"rows"][0][u"serial"].toString();
    const ApiAnswer token = desk.get(u"/tokens/"_s + serial);
    QCOMPARE(token.text("kind"), u"securid"_s);
    QCOMPARE(token.text("pinStyle"), u"mixed"_s);
    QCOMPARE(desk.import(holdfast::testing::issueSdtid({}, u"secret"_s), "sdtid").text("code"),
             u"passphrase_required"_s);
}

void TokenImportTest::formsAreChecked_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("path");
    QTest::newRow("unknown format") << QByteArray("xlsx") << QByteArray() << QByteArray() << u"format"_s;
    QTest::newRow("unknown field") << QByteArray("pskc") << QByteArray("colour") << QByteArray("x")
                                   << u"colour"_s;
    QTest::newRow("format twice") << QByteArray("pskc") << QByteArray("format") << QByteArray("pskc")
                                  << u"format"_s;
    QTest::newRow("key no hex") << QByteArray("pskc") << QByteArray("key") << QByteArray("xyz") << u"key"_s;
    QTest::newRow("key too short") << QByteArray("pskc") << QByteArray("key") << QByteArray("1234")
                                   << u"key"_s;
    QTest::newRow("neither true nor false")
        << QByteArray("pskc") << QByteArray("dryRun") << QByteArray("1") << u"dryRun"_s;
    QTest::newRow("unknown rule") << QByteArray("pskc") << QByteArray("duplicates") << QByteArray("merge")
                                  << u"duplicates"_s;
    QTest::newRow("unknown domain") << QByteArray("pskc") << QByteArray("domain") << QByteArray("/nowhere")
                                    << u"domain"_s;
    QTest::newRow("long passphrase") << QByteArray("pskc") << QByteArray("passphrase")
                                     << QByteArray(5000, 'x') << u"passphrase"_s;
}

void TokenImportTest::formsAreChecked()
{
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    ImportDesk desk;
    ImportDesk::Fields fields;
    if (!name.isEmpty()) {
        fields.append({name, value});
    }
    const ApiAnswer answer = desk.import(withSerial("A1").file(), format, fields);
    QCOMPARE(answer.status, 400);
    QTEST(answer.json[u"fields"][0][u"path"].toString(), "path");
    QCOMPARE(desk.tokens(), 0);
}

void TokenImportTest::scopeHolds()
{
    ImportDesk desk;
    desk.makeDomain(u"Sales"_s);
    desk.makeDomain(u"Labs"_s);
    const QByteArray local = desk.sessionWithRole(Role::SuperAdministrator, u"/Sales"_s);
    QCOMPARE(desk.import(withSerial("A1").file(), "pskc", {{"domain", "/Labs"}}).status, 200);
    // Without saying where, into the top of one's own scope.
    QCOMPARE(desk.import(withSerial("A2").file(), "pskc", {}, local).json[u"imported"].toInt(), 1);
    QCOMPARE(desk.get(u"/tokens/A2"_s).text("domain"), u"/Sales"_s);
    QCOMPARE(desk.import(withSerial("A3").file(), "pskc", {{"domain", "/Labs"}}, local).status, 403);
    QCOMPARE(desk.import(withSerial("A3").file(), "pskc", {{"domain", "/"}}, local).status, 403);
    QCOMPARE(outcomes(desk.import(withSerial("A1").file(), "pskc", {{"duplicates", "replace"}}, local)),
             QStringList {u"A1 failed outside_scope"_s});
    const QByteArray auditor = desk.sessionWithRole(Role::Auditor);
    QCOMPARE(desk.import(withSerial("A4").file(), "pskc", {}, auditor).status, 403);
    QCOMPARE(desk.tokens(), 2);
}

void TokenImportTest::aJobCanBeWatched()
{
    ImportDesk desk;
    const ApiAnswer started = desk.import(fileOf(500), "pskc", {{"async", "true"}});
    QCOMPARE(started.status, 202);
    QCOMPARE(started.text("state"), u"running"_s);
    QCOMPARE(QString::fromLatin1(started.headers.value("location")),
             u"/api/v1/token-imports/"_s + started.text("id"));
    const ApiAnswer ended = desk.watch(started.text("id"));
    QCOMPARE(ended.text("state"), u"finished"_s);
    QCOMPARE(ended.json[u"imported"].toInt(), 500);
    QCOMPARE(ended.json[u"rows"].toArray().size(), 500);
    QCOMPARE(desk.tokens(), 500);
    QCOMPARE(desk.remove(u"/token-imports/"_s + started.text("id")).code(), u"import_ended"_s);
    QCOMPARE(desk.get(u"/token-imports/999999"_s).status, 404);
}

void TokenImportTest::aJobCanBeCancelled()
{
    ImportDesk desk;
    // A batch that takes the reader many seconds.
    QByteArray batch = holdfast::testing::sdtidBatch(1);
    const qsizetype start = batch.indexOf("<TKN>");
    const qsizetype end = batch.indexOf("</TKN>") + 6;
    batch.insert(end, batch.sliced(start, end - start).repeated(10'000));
    const ApiAnswer started = desk.import(batch, "sdtid", {{"async", "true"}});
    QCOMPARE(started.status, 202);
    QCOMPARE(desk.remove(u"/token-imports/"_s + started.text("id")).status, 204);
    const ApiAnswer ended = desk.watch(started.text("id"));
    QCOMPARE(ended.text("state"), u"cancelled"_s);
    QCOMPARE(desk.tokens(), 0);
    QVERIFY(desk.events(u"IMPORT_TOKENS"_s).empty());
}

void TokenImportTest::aJobOfAnotherIsHidden()
{
    ImportDesk desk;
    desk.makeDomain(u"Sales"_s);
    const ApiAnswer mine = desk.import(withSerial("A1").file(), "pskc");
    const QByteArray local = desk.sessionWithRole(Role::SuperAdministrator, u"/Sales"_s);
    const QString path = u"/api/v1/token-imports/"_s + mine.text("id");
    QCOMPARE(desk.call("GET", path, {}, local).status, 404);
    QCOMPARE(desk.call("GET", path, {}, desk.sessionWithRole(Role::SuperAdministrator)).status, 200);
    const ApiAnswer theirs = desk.import(withSerial("A2").file(), "pskc", {}, local);
    QCOMPARE(desk.call("GET", u"/api/v1/token-imports/"_s + theirs.text("id"), {}, local).status, 200);
}

void TokenImportTest::otpauthAndCsvGoTheSameWay()
{
    ImportDesk desk;
    const QByteArray uris = "otpauth://totp/ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n"
                            "otpauth://totp/ben?secret=1\n";
    const ApiAnswer first = desk.import(uris, "otpauth");
    const QString serial = first.json[u"rows"][0][u"serial"].toString();
    QCOMPARE(outcomes(first),
             (QStringList {serial + u" imported serial_made_up"_s, u"failed base32_invalid"_s}));
    QCOMPARE(first.json[u"rows"][1][u"position"].toInt(), 2);
    QCOMPARE(outcomes(desk.import(uris, "otpauth")).first(), serial + u" ignored duplicate"_s);
    QCOMPARE(outcomes(desk.import(uris, "otpauth", {{"duplicates", "replace"}})).first(),
             serial + u" replaced serial_made_up"_s);

    const QByteArray table = "serial;seed;digits\nC1;3132333435363738393031323334353637383930;8\n";
    QCOMPARE(outcomes(desk.import(table, "csv", {{"dryRun", "true"}})), QStringList {u"C1 imported"_s});
    QCOMPARE(outcomes(desk.import(table, "csv")), QStringList {u"C1 imported"_s});
    QCOMPARE(desk.get(u"/tokens/C1"_s).json[u"digits"].toInt(), 8);
    QCOMPARE(desk.get(u"/tokens/C1"_s).text("kind"), u"totp"_s);
    QCOMPARE(desk.tokens(), 2);
}

void TokenImportTest::nothingSecretIsToldOrStoredPlainly()
{
    ImportDesk desk;
    const ApiAnswer answer = desk.import(testData("rfc6030/figure7.xml"), "pskc", {{"passphrase", "qwerty"}});
    QCOMPARE(answer.json[u"imported"].toInt(), 1);
    QVERIFY(!answer.body.contains("qwerty"));
    QVERIFY(!answer.body.contains("12345678901234567890"));
    const QByteArray seed = desk.database().read([](storage::Connection& connection) {
        auto rows = connection.select(u"SELECT seed FROM tokens"_s);
        return rows.next() ? rows.bytes(0) : QByteArray();
    });
    QVERIFY(seed.size() > 20);
    QVERIFY(!seed.contains("1234567890"));
    for (const contract::Event& event : desk.events()) {
        const QByteArray detail = QJsonDocument(event.detail).toJson();
        QVERIFY(!detail.contains("qwerty") && !detail.contains("1234567890"));
    }
}

QTEST_GUILESS_MAIN(TokenImportTest)
#include "tst_token_import.moc"
