// SPDX-License-Identifier: Apache-2.0
#include "services/security/random.h"
#include "services/security/sealed_stream.h"

#include <QTest>

using namespace holdfast::security;
using holdfast::contract::Result;
using holdfast::contract::Secret;

namespace {

Secret phrase(const char* text = "a passphrase of some length")
{
    return Secret(QByteArrayView(text));
}

QByteArray sealed(const QByteArray& plain)
{
    QByteArray out;
    SealedStreamWriter writer(phrase(), [&](QByteArrayView bytes) {
        out.append(bytes.data(), bytes.size());
        return true;
    });
    for (qsizetype at = 0; at < plain.size(); at += 10'007) { // not in step with the chunks
        [&] {
            QVERIFY(writer.write(
                QByteArrayView(plain).sliced(at).first(std::min<qsizetype>(10'007, plain.size() - at))));
        }();
    }
    [&] {
        QVERIFY(writer.finish());
    }();
    return out;
}

// The whole plain text, or the code of the error.
Result<QByteArray> opened(const QByteArray& bytes, const Secret& passphrase = phrase())
{
    qsizetype at = 0;
    auto reader = SealedStreamReader::open(passphrase, [&](char* to, qint64 most) {
        const auto part = std::min<qsizetype>(most, bytes.size() - at);
        std::copy_n(bytes.constData() + at, part, to);
        at += part;
        return qint64 {part};
    });
    if (!reader) {
        return holdfast::contract::Unexpected(reader.error());
    }
    QByteArray plain;
    for (;;) {
        const auto part = (*reader)->read(5'003);
        if (!part) {
            return part;
        }
        if (part->isEmpty()) {
            return plain;
        }
        plain += *part;
    }
}

QString codeOf(const Result<QByteArray>& result)
{
    return result ? QStringLiteral("opened") : result.error().code;
}

} // namespace

class SealedStreamTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSealedOpensAgain_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size :
             {qsizetype {0}, qsizetype {1}, sealed_stream::chunkSize - 1, sealed_stream::chunkSize,
              sealed_stream::chunkSize + 1, 3 * sealed_stream::chunkSize}) {
            QTest::addRow("%lld bytes", static_cast<long long>(size)) << size;
        }
    }
    void whatWasSealedOpensAgain()
    {
        QFETCH(qsizetype, size);
        const QByteArray plain = randomBytes(size);
        const QByteArray file = sealed(plain);
        QCOMPARE(file.size(), sealed_stream::sealedSize(size));
        const auto again = opened(file);
        QVERIFY2(again.has_value(), qPrintable(codeOf(again)));
        QVERIFY(*again == plain);
    }
    void aWrongPassphraseIsToldApartFromDamage()
    {
        const QByteArray file = sealed("plain");
        QCOMPARE(codeOf(opened(file, phrase("another passphrase"))), QStringLiteral("passphrase_wrong"));
        QByteArray changed = file;
        changed[changed.size() - 1] = static_cast<char>(changed.back() ^ 1);
        QCOMPARE(codeOf(opened(changed)), QStringLiteral("stream_damaged"));
    }
    void nothingIsCutOffUnnoticed()
    {
        const QByteArray file = sealed(randomBytes(2 * sealed_stream::chunkSize + 100));
        const qsizetype chunk = sealed_stream::chunkSize + 16;
        QCOMPARE(codeOf(opened(file.first(sealed_stream::headerSize + chunk))),
                 QStringLiteral("stream_truncated"));
        QCOMPARE(codeOf(opened(file.first(sealed_stream::headerSize + 2 * chunk))),
                 QStringLiteral("stream_truncated"));
        QCOMPARE(codeOf(opened(file.chopped(1))), QStringLiteral("stream_damaged"));
        QCOMPARE(codeOf(opened(file.first(30))), QStringLiteral("stream_truncated"));
        QCOMPARE(codeOf(opened({})), QStringLiteral("stream_unknown"));
        QCOMPARE(codeOf(opened("something else")), QStringLiteral("stream_unknown"));
        QCOMPARE(codeOf(opened(file + 'x')), QStringLiteral("stream_damaged"));
    }
    void chunksDoNotChangePlaces()
    {
        const QByteArray file = sealed(randomBytes(3 * sealed_stream::chunkSize));
        const qsizetype chunk = sealed_stream::chunkSize + 16;
        QByteArray swapped = file;
        swapped.replace(sealed_stream::headerSize, chunk, file.mid(sealed_stream::headerSize + chunk, chunk));
        swapped.replace(sealed_stream::headerSize + chunk, chunk, file.mid(sealed_stream::headerSize, chunk));
        QCOMPARE(codeOf(opened(swapped)), QStringLiteral("stream_damaged"));
    }
    void aHeaderCannotAskForMuchWork()
    {
        QByteArray file = sealed("plain");
        for (const qsizetype at : {16, 20, 24, 28}) { // version, passes, memory, chunk
            QByteArray changed = file;
            changed[at] = '\x7f';
            QCOMPARE(codeOf(opened(changed)), QStringLiteral("stream_unknown"));
        }
        QByteArray salted = file;
        salted[40] = static_cast<char>(salted[40] ^ 1);
        QCOMPARE(codeOf(opened(salted)), QStringLiteral("passphrase_wrong"));
    }
    void aSinkThatRefusesIsAskedNoMore()
    {
        int asked = 0;
        SealedStreamWriter writer(phrase(), [&](QByteArrayView) { return ++asked < 2; });
        QVERIFY(!writer.write(randomBytes(5 * sealed_stream::chunkSize)));
        QVERIFY(!writer.finish());
        QCOMPARE(asked, 2);
    }
};

QTEST_GUILESS_MAIN(SealedStreamTest)
#include "tst_sealed_stream.moc"
