// SPDX-License-Identifier: Apache-2.0
#include "services/offline/record_hash.h"
#include "tests/offline/set_maker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::CodeReplaces;
using testing::atHour;
using testing::SetMaker;

namespace {

constexpr qsizetype headerAt = 10; // behind magic, version and length

qsizetype headerLength(const QByteArray& set)
{
    return qFromBigEndian<qint32>(set.constData() + headerAt - 4);
}

QByteArray bigEndian(quint32 number)
{
    QByteArray four(4, '\0');
    qToBigEndian(number, four.data());
    return four;
}

QJsonValue daysOf(std::initializer_list<std::pair<qint64, int>> days)
{
    QJsonArray array;
    for (const auto& [first, count] : days) {
        QJsonObject day;
        day[u"firstStep"_s] = first;
        day[u"count"_s] = count;
        array.append(day);
    }
    return array;
}

QJsonValue slowHashOf(int memoryKiB, int passes)
{
    QJsonObject cost;
    cost[u"memoryKiB"_s] = memoryKiB;
    cost[u"passes"_s] = passes;
    return cost;
}

QByteArray hexOf(const offline::Record& record)
{
    return QByteArray(reinterpret_cast<const char*>(record.data()), offline::recordSize).toHex();
}

} // namespace

class SetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recordsAgreeWithPython();
    void aRecordFitsItsHiddenNumbersBits();
    void theHeaderComesBack();
    void recordsAreSealedByDay();
    void emergencyRecordsHaveAKeyOfTheirOwn();
    void keysTravelWrapped();
    void everyChangedByteIsRefused();
    void everyBeginningIsRefused();
    void theVersionIsLookedAt();
    void anotherWorkstationsSetIsRefused();
    void anotherServicesSetIsRefused();
    void aSetThatIsTooLargeIsRefused();
    void signedNonsenseIsRefused_data();
    void signedNonsenseIsRefused();
    void countsThatLieAreRefused();
    void unknownFieldsArePassedOver();
    void contentThatContradictsItselfIsNotWritten_data();
    void contentThatContradictsItselfIsNotWritten();
    void twoSetsOfTheSameContentShareNothing();

private:
    // The set with another header, signed again.
    QByteArray withHeader(const std::function<void(QJsonObject&)>& change) const;
    QByteArray signedAgain(QByteArray beforeSignature) const;
    QString errorOf(const QByteArray& bytes) const
    {
        const auto read = m_maker.read(bytes);
        return read ? QString() : read.error().code;
    }
    SetMaker m_maker;
};

void SetTest::initTestCase()
{
    m_maker.content.header.days = {{testing::firstStep, 3}, {testing::firstStep + 3, 2}};
    m_maker.addEmergency(CodeReplaces::Tokencode, "2345-6789", atHour(24));
    m_maker.addEmergency(CodeReplaces::Passcode, "BCDF-GHJK-MNPQ", atHour(48));
    m_maker.build();
}

QByteArray SetTest::signedAgain(QByteArray beforeSignature) const
{
    const QByteArray text = QByteArray("holdfast offline set 1") + '\0' + beforeSignature;
    return beforeSignature + offline::sign(m_maker.service.privateKey, text);
}

QByteArray SetTest::withHeader(const std::function<void(QJsonObject&)>& change) const
{
    const QByteArray& set = m_maker.built.bytes;
    const qsizetype length = headerLength(set);
    QJsonObject header = QJsonDocument::fromJson(set.mid(headerAt, length)).object();
    change(header);
    const QByteArray changed = QJsonDocument(header).toJson(QJsonDocument::Compact);
    return signedAgain(set.first(headerAt - 4) + bigEndian(static_cast<quint32>(changed.size())) + changed
                       + set.mid(headerAt + length).chopped(64));
}

// Computed with Python's hashlib from the layout in docs/offline-format.md.
void SetTest::recordsAgreeWithPython()
{
    QByteArray bytes;
    for (char byte = 0; byte < 64; ++byte) {
        bytes += byte;
    }
    const offline::RecordHash hash(bytes.first(32), bytes.last(32));
    QCOMPARE(hexOf(hash.record(59340960, "123456", 4660)), QByteArray("3bd338f23bb94496d6dd08c126307cd2"));
    QCOMPARE(hexOf(hash.record(offline::passcodeStep, {}, 65535)),
             QByteArray("09c007e8201ba59a233c4356655617f7"));
    QCOMPARE(hexOf(hash.record(offline::tokencodeStep, "BCDFG234567892345678901234567890", 0)),
             QByteArray("155d3e71deca6272ef0a56b2fd99f0cf"));
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(hash.record(1, QByteArray(33, 'B'), 0)),
                             std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(offline::RecordHash(bytes.first(31), bytes.last(32)), std::invalid_argument);
}

void SetTest::aRecordFitsItsHiddenNumbersBits()
{
    const QByteArray salt(32, 's');
    const offline::RecordHash hash(salt, salt);
    for (const quint32 hidden : {0U, 1U, 255U}) {
        QVERIFY(hash.fits(hash.record(7, "123456", hidden), 7, "123456", 8));
    }
    QVERIFY(!hash.fits(hash.record(7, "123456", 256), 7, "123456", 8));
    QVERIFY(hash.fits(hash.record(7, "123456", 256), 7, "123456", 9));
    QVERIFY(!hash.fits(hash.record(7, "123456", 1), 8, "123456", 8));
    QVERIFY(!hash.fits(hash.record(7, "123456", 1), 7, "123457", 8));
}

void SetTest::theHeaderComesBack()
{
    const offline::SetHeader& header = m_maker.set->header();
    QCOMPARE(header.setId, u"31"_s);
    QCOMPARE(header.userName, u"anna"_s);
    QCOMPARE(header.days.size(), size_t {2});
    QCOMPARE(header.days[1].firstStep, testing::firstStep + 3);
    QCOMPARE(header.expiresAt, atHour(48));
    QCOMPARE(header.emergency.size(), size_t {2});
    QCOMPARE(header.emergency[0].length, 8);
    QCOMPARE(header.emergency[1].length, 12);
    QCOMPARE(header.emergency[1].expiresAt, atHour(48));
    QCOMPARE(header.salt, m_maker.built.header.salt);
}

void SetTest::recordsAreSealedByDay()
{
    const auto& first = m_maker.built.keys.day;
    const auto second = offline::nextDayKey(first);
    QCOMPARE(m_maker.set->openDay(0, first).value().size(), 3 * 16);
    QCOMPARE(m_maker.set->openDay(1, second).value().size(), 2 * 16);
    QCOMPARE(m_maker.set->openDay(1, first).error().code, u"seal_broken"_s);
    QCOMPARE(m_maker.set->openDay(0, second).error().code, u"seal_broken"_s);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(m_maker.set->openDay(2, second)), std::invalid_argument);
}

void SetTest::emergencyRecordsHaveAKeyOfTheirOwn()
{
    QCOMPARE(m_maker.set->openEmergency(m_maker.built.keys.emergency).value().size(), 2 * 16);
    QVERIFY(!m_maker.set->openEmergency(m_maker.built.keys.day));
}

void SetTest::keysTravelWrapped()
{
    const QByteArray wrapped = offline::wrapKeys(m_maker.workstation.publicKey, m_maker.built.keys);
    auto keys = offline::unwrapKeys(m_maker.workstation, wrapped).value();
    QVERIFY(m_maker.set->fits(keys));
    QCOMPARE(offline::unwrapKeys(offline::makeAgreementKey(), wrapped).error().code,
             u"keys_not_for_this_workstation"_s);
    const QByteArray other = offline::wrap(m_maker.workstation.publicKey, testing::secret("something else"));
    QVERIFY(!offline::unwrapKeys(m_maker.workstation, other));
    SetMaker another;
    another.build();
    QVERIFY(!m_maker.set->fits(another.built.keys));
    keys.emergency = another.built.keys.emergency;
    QVERIFY(!m_maker.set->fits(keys));
    keys = m_maker.built.keys;
    keys.day = {};
    QVERIFY(!m_maker.set->fits(keys));
}

void SetTest::everyChangedByteIsRefused()
{
    QByteArray bytes = m_maker.built.bytes;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char kept = bytes[i];
        bytes[i] = static_cast<char>(kept ^ (1 << (i % 8)));
        const QString code = errorOf(bytes);
        QVERIFY2(code.startsWith(u"set_"), qPrintable(u"byte %1: %2"_s.arg(i).arg(code)));
        bytes[i] = kept;
    }
    QVERIFY(errorOf(bytes).isEmpty());
}

void SetTest::everyBeginningIsRefused()
{
    const QByteArray& bytes = m_maker.built.bytes;
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        QVERIFY(!errorOf(bytes.first(length)).isEmpty());
    }
    QVERIFY(!errorOf(bytes + '\0').isEmpty());
}

void SetTest::theVersionIsLookedAt()
{
    QByteArray unsignedBytes = m_maker.built.bytes.chopped(64);
    unsignedBytes[5] = 2;
    QCOMPARE(errorOf(signedAgain(unsignedBytes)), u"set_version_unknown"_s);
}

void SetTest::anotherWorkstationsSetIsRefused()
{
    const auto read = offline::OfflineSet::read(m_maker.built.bytes, m_maker.service.publicKey, u"13"_s);
    QCOMPARE(read.error().code, u"set_of_another_workstation"_s);
}

void SetTest::anotherServicesSetIsRefused()
{
    const auto read = offline::OfflineSet::read(m_maker.built.bytes, offline::makeSigningKey().publicKey,
                                                QString::fromLatin1(testing::workstationId));
    QCOMPARE(read.error().code, u"set_signature_wrong"_s);
}

void SetTest::aSetThatIsTooLargeIsRefused()
{
    QCOMPARE(errorOf(m_maker.built.bytes + QByteArray(offline::longestSet, '\0')), u"set_too_large"_s);
}

void SetTest::signedNonsenseIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no interval") << u"intervalSeconds"_s << QJsonValue(0);
    QTest::newRow("a token that counts uses") << u"kind"_s << QJsonValue(u"hotp"_s);
    QTest::newRow("costs beyond the bounds") << u"slowHash"_s << slowHashOf(4194304, 3);
    QTest::newRow("passes beyond the bounds") << u"slowHash"_s << slowHashOf(8192, 11);
    QTest::newRow("too much hidden") << u"hiddenBits"_s << QJsonValue(25);
    QTest::newRow("a search that takes too long") << u"hiddenBits"_s << QJsonValue(19);
    QTest::newRow("a wide window") << u"stepsAround"_s << QJsonValue(11);
    QTest::newRow("no salt") << u"salt"_s << QJsonValue(QString(44, u'='));
    QTest::newRow("a short salt of the PIN") << u"pinSalt"_s << QJsonValue(u"AAAA"_s);
    QTest::newRow("a salt without PIN") << u"pinStyle"_s << QJsonValue(u"mixed"_s);
    QTest::newRow("an emergency tokencode without PIN") << u"pinSalt"_s << QJsonValue(QString());
    QTest::newRow("no days") << u"days"_s << daysOf({});
    QTest::newRow("one day less") << u"days"_s << daysOf({{100, 3}});
    QTest::newRow("a gap between days") << u"days"_s << daysOf({{100, 3}, {104, 2}});
    QTest::newRow("more records than there are") << u"days"_s << daysOf({{100, 90000}, {90100, 2}});
    QTest::newRow("steps behind the end of time")
        << u"days"_s << daysOf({{9007199254740000, 3}, {9007199254740003, 2}});
    QTest::newRow("no emergency codes") << u"emergency"_s << daysOf({});
    QTest::newRow("no failures") << u"maxFailures"_s << QJsonValue(0);
    QTest::newRow("a text for a number") << u"digits"_s << QJsonValue(u"6"_s);
    QTest::newRow("no name") << u"userName"_s << QJsonValue(QJsonValue::Undefined);
}

void SetTest::signedNonsenseIsRefused()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    const QByteArray changed = withHeader([&](QJsonObject& header) { header[field] = value; });
    QCOMPARE(errorOf(changed), u"set_malformed"_s);
}

void SetTest::countsThatLieAreRefused()
{
    const QByteArray begin = m_maker.built.bytes.first(6);
    const QByteArray most(4, '\xff');
    QCOMPARE(errorOf(signedAgain(begin)), u"set_malformed"_s);
    QCOMPARE(errorOf(signedAgain(begin + most)), u"set_malformed"_s);
    QCOMPARE(errorOf(signedAgain(begin + bigEndian(2) + "{}" + most)), u"set_malformed"_s);
    QCOMPARE(errorOf(signedAgain(begin + bigEndian(2) + "{}" + bigEndian(2) + most)), u"set_malformed"_s);
    QCOMPARE(errorOf(signedAgain(begin + bigEndian(2) + "{}" + bigEndian(2) + bigEndian(0) + bigEndian(0))),
             u"set_malformed"_s);
    const QByteArray deep = QByteArray(60000, '[');
    QCOMPARE(
        errorOf(signedAgain(begin + bigEndian(60000) + deep + bigEndian(2) + bigEndian(0) + bigEndian(0))),
        u"set_malformed"_s);
}

void SetTest::unknownFieldsArePassedOver()
{
    const QByteArray changed = withHeader([](QJsonObject& header) { header[u"later"_s] = true; });
    QVERIFY(errorOf(changed).isEmpty());
}

using Change = std::function<void(offline::SetContent&)>;
Q_DECLARE_METATYPE(Change)

void SetTest::contentThatContradictsItselfIsNotWritten_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, const Change& change) {
        QTest::newRow(name) << change;
    };
    row("a PIN's salt without its key", [](auto& content) { content.pinKey = {}; });
    row("a PIN's key without its salt", [](auto& content) { content.header.pinSalt.clear(); });
    row("a PIN's key that is none", [](auto& content) { content.pinKey = testing::secret("1234"); });
    row("codes of another length", [](auto& content) { content.header.digits = 8; });
    row("no days", [](auto& content) { content.header.days.clear(); });
    row("an empty day", [](auto& content) { content.header.days[0].count = 0; });
    row("a gap between days", [](auto& content) { ++content.header.days[1].firstStep; });
    row("hidden numbers too wide", [](auto& content) { content.header.hiddenBits = 40; });
    row("a cost too high", [](auto& content) { content.header.slowHash.passes = 11; });
    row("a short emergency code",
        [](auto& content) { content.emergency[0].code = testing::secret("2-3-4-5-6"); });
    row("a long emergency code", [](auto& content) {
        content.emergency[1].code = testing::secret("BCDFGHJKMNPQRSTVWXZBCDFGHJKMNPQRS");
    });
    row("five emergency codes", [](auto& content) { content.emergency.resize(5, content.emergency[1]); });
    row("an emergency tokencode without PIN", [](auto& content) {
        content.pinKey = {};
        content.header.pinSalt.clear();
    });
    row("names without end",
        [](auto& content) { content.header.otherNames.fill(QString(1000, u'\u4e00'), 40); });
}

void SetTest::contentThatContradictsItselfIsNotWritten()
{
    QFETCH(Change, change);
    offline::SetContent content = m_maker.content;
    change(content);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(offline::buildSet(content, m_maker.service.privateKey)),
                             std::invalid_argument);
}

void SetTest::twoSetsOfTheSameContentShareNothing()
{
    const auto other = offline::buildSet(m_maker.content, m_maker.service.privateKey);
    QVERIFY(other.header.salt != m_maker.built.header.salt);
    QVERIFY(!other.keys.day.equals(m_maker.built.keys.day.reveal()));
    QVERIFY(!other.keys.emergency.equals(m_maker.built.keys.emergency.reveal()));
    QVERIFY(other.header.emergency[1].salt != m_maker.built.header.emergency[1].salt);
}

QTEST_GUILESS_MAIN(SetTest)
#include "tst_set.moc"
