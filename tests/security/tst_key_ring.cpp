// SPDX-License-Identifier: Apache-2.0
#include "services/security/key_ring.h"
#include "services/security/pin_hash.h"
#include "services/security/random.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace holdfast::security;
using holdfast::contract::Secret;

class KeyRingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSealedOpensAgain()
    {
        const KeyRing keys = KeyRing::generate();
        const QByteArray sealed = keys.seal(Purpose::SealSeed, "seed", "seed:1");
        QVERIFY(!sealed.contains("seed"));
        const auto opened = keys.open(Purpose::SealSeed, sealed, "seed:1");
        QVERIFY(opened.has_value());
        QVERIFY(opened->equals("seed"));
    }
    void sealedDataDoesNotOpenInAnotherRow()
    {
        const KeyRing keys = KeyRing::generate();
        const QByteArray sealed = keys.seal(Purpose::SealSeed, "seed", "seed:1");
        QCOMPARE(keys.open(Purpose::SealSeed, sealed, "seed:2").error().code, QStringLiteral("seal_broken"));
        QVERIFY(!keys.open(Purpose::SealAnswer, sealed, "seed:1").has_value());
    }
    void anyChangedOrMissingByteIsNoticed()
    {
        const KeyRing keys = KeyRing::generate();
        const QByteArray sealed = keys.seal(Purpose::SealSeed, "a seed of some length", "row");
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            QVERIFY(!keys.open(Purpose::SealSeed, changed, "row").has_value());
            QVERIFY(!keys.open(Purpose::SealSeed, sealed.left(i), "row").has_value());
        }
    }
    void twoSealsOfTheSameDiffer()
    {
        const KeyRing keys = KeyRing::generate();
        QVERIFY(keys.seal(Purpose::SealSeed, "x", "row") != keys.seal(Purpose::SealSeed, "x", "row"));
    }
    void everyPurposeHasItsOwnKey()
    {
        const KeyRing keys = KeyRing::generate();
        QSet<QByteArray> macs;
        for (int i = 0; i < purposeCount; ++i) {
            macs.insert(keys.macBytes(static_cast<Purpose>(i), "same"));
        }
        QCOMPARE(macs.size(), purposeCount);
    }
    void aRingIsTheSameAfterSaveAndLoad()
    {
        QTemporaryDir base;
        const QString folder = base.filePath(QStringLiteral("keys"));
        const KeyRing keys = KeyRing::generate();
        QVERIFY(keys.save(folder).has_value());
        const auto loaded = KeyRing::load(folder);
        QVERIFY(loaded.has_value());
        QCOMPARE(loaded->macBytes(Purpose::EventChain, "x"), keys.macBytes(Purpose::EventChain, "x"));
        QCOMPARE(keys.save(folder).error().code, QStringLiteral("keys_present"));
        QCOMPARE(QFile::permissions(folder + QStringLiteral("/keyring.json")) & QFile::Permissions(0x0077),
                 QFile::Permissions());
    }
    void keysThatOthersMayReadAreRefused()
    {
        QTemporaryDir base;
        const QString folder = base.filePath(QStringLiteral("keys"));
        QVERIFY(KeyRing::generate().save(folder).has_value());
        QFile::setPermissions(folder + QStringLiteral("/keyring.json"), QFile::Permissions(0x6644));
        QCOMPARE(KeyRing::load(folder).error().code, QStringLiteral("keys_readable_by_others"));
    }
    void missingAndDamagedKeysAreToldApart()
    {
        QTemporaryDir base;
        QCOMPARE(KeyRing::load(base.path()).error().code, QStringLiteral("keys_missing"));
        QFile file(base.filePath(QStringLiteral("keyring.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"version\":1,\"masterKey\":\"short\"}");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(KeyRing::load(base.path()).error().code, QStringLiteral("keys_damaged"));
    }
    void aPinIsVerifiedForItsOwnTokenAlone()
    {
        const KeyRing keys = KeyRing::generate();
        const Secret pin {QByteArrayView("4711")};
        const QByteArray hash = hashPin(keys, pin, "000123456789");
        QVERIFY(verifyPin(keys, pin, "000123456789", hash));
        QVERIFY(!verifyPin(keys, Secret(QByteArrayView("4712")), "000123456789", hash));
        QVERIFY(!verifyPin(keys, pin, "000123456780", hash));
        QVERIFY(!verifyPin(KeyRing::generate(), pin, "000123456789", hash));
    }
    void aNewVersionSealsAndTheOldOneStillOpens()
    {
        const KeyRing first = KeyRing::generate();
        const QByteArray before = first.seal(Purpose::SealSeed, "seed", "row");
        const KeyRing second = *first.withNewVersion();
        const QByteArray after = second.seal(Purpose::SealSeed, "seed", "row");
        QCOMPARE(KeyRing::versionOf(before), 1);
        QCOMPARE(KeyRing::versionOf(after), 2);
        QVERIFY(second.open(Purpose::SealSeed, before, "row")->equals("seed"));
        QVERIFY(second.open(Purpose::SealSeed, after, "row")->equals("seed"));
        QVERIFY(!first.open(Purpose::SealSeed, after, "row").has_value());
        // What must stay verifiable does not change with the version.
        QCOMPARE(second.macBytes(Purpose::EventChain, "x"), first.macBytes(Purpose::EventChain, "x"));
        QVERIFY(*second.macUnder(2, Purpose::PinPepper, "x") != *second.macUnder(1, Purpose::PinPepper, "x"));
        QVERIFY(!second.macUnder(3, Purpose::PinPepper, "x").has_value());
    }
    void unusedVersionsGoButNeverTheFirstOrTheCurrent()
    {
        const KeyRing keys = *KeyRing::generate().withNewVersion()->withNewVersion()->withNewVersion();
        QCOMPARE(keys.versions(), (std::vector<int> {1, 2, 3, 4}));
        QCOMPARE(keys.withOnly({3}).versions(), (std::vector<int> {1, 3, 4}));
        QCOMPARE(keys.withOnly({}).versions(), (std::vector<int> {1, 4}));
        QCOMPARE(keys.withOnly({}).withNewVersion()->currentVersion(), 5);
    }
    void aRotatedRingIsTheSameAfterReplaceAndLoad()
    {
        QTemporaryDir base;
        const QString folder = base.filePath(QStringLiteral("keys"));
        const KeyRing first = KeyRing::generate();
        QVERIFY(first.save(folder).has_value());
        const KeyRing second = *first.withNewVersion();
        const QByteArray sealed = second.seal(Purpose::SealSeed, "seed", "row");
        QVERIFY(second.replace(folder).has_value());
        const auto loaded = KeyRing::load(folder);
        QVERIFY(loaded.has_value());
        QCOMPARE(loaded->currentVersion(), 2);
        QVERIFY(loaded->open(Purpose::SealSeed, sealed, "row")->equals("seed"));
        QCOMPARE(QFile::permissions(folder + QStringLiteral("/keyring.json")) & QFile::Permissions(0x0077),
                 QFile::Permissions());
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList {QStringLiteral("keyring.json")});
        QVERIFY(KeyRing::fromText(second.toText())->open(Purpose::SealSeed, sealed, "row").has_value());
    }
    void aPinOfAnOldVersionIsKnownAndHashedUnderTheNewOne()
    {
        const KeyRing first = KeyRing::generate();
        const KeyRing second = *first.withNewVersion();
        const Secret pin {QByteArrayView("4711")};
        const QByteArray before = hashPin(first, pin, "1");
        const QByteArray after = hashPin(second, pin, "1");
        QCOMPARE(pinKeyVersion(before), 1);
        QCOMPARE(pinKeyVersion(after), 2);
        QCOMPARE(pinKeyVersion("no hash"), 0);
        QVERIFY(verifyPin(second, pin, "1", before));
        QVERIFY(verifyPin(second, pin, "1", after));
        QVERIFY(!verifyPin(second, Secret(QByteArrayView("4712")), "1", after));
        QVERIFY(!verifyPin(first, pin, "1", after)); // a version that it does not hold
        QVERIFY(pinTagFits(second, pin, "1", before, pinTag(first, pin, "1")));
        QVERIFY(pinTagFits(second, pin, "1", after, pinTag(second, pin, "1")));
        QVERIFY(!pinTagFits(first, pin, "1", after, pinTag(second, pin, "1")));
    }
    void randomTextUsesItsAlphabetAlone()
    {
        const Secret text = randomText(2000, readableAlphabet);
        QSet<char> seen;
        for (const char c : text.reveal()) {
            QVERIFY(readableAlphabet.contains(c));
            seen.insert(c);
        }
        QCOMPARE(seen.size(), readableAlphabet.size());
    }
};

QTEST_GUILESS_MAIN(KeyRingTest)
#include "tst_key_ring.moc"
