// SPDX-License-Identifier: Apache-2.0
// What a token file leaves in memory once its import was asked for: nothing.
#include "models/import_model.h"
#include "tests/support/fake_transport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fcntl.h>
#include <unistd.h>

using namespace holdfast;
using testing::FakeTransport;

namespace {

constexpr std::size_t lineLength = 32;
constexpr int lines = 600; // small enough to be given back to the heap rather than to the system
constexpr char mask = 0x55;

// One line of the file, masked: it stands nowhere in this program as the file has it.
std::array<char, lineLength> maskedLine()
{
    std::array<char, lineLength> line {};
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        line[i] = static_cast<char>(static_cast<char>('A' + (i * 7 + 3) % 26) ^ mask);
    }
    line.back() = static_cast<char>('\n' ^ mask);
    return line;
}

void writeFile(const QString& path)
{
    std::array<char, lineLength> line = maskedLine();
    for (char& c : line) {
        c = static_cast<char>(c ^ mask);
    }
    const int file =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    for (int i = 0; i < lines; ++i) {
        QCOMPARE(::write(file, line.data(), line.size()), static_cast<ssize_t>(line.size()));
    }
    ::close(file);
    volatile char* wiped = line.data();
    for (std::size_t i = 0; i < line.size(); ++i) {
        wiped[i] = 0;
    }
}

// How often the line stands in what this process can write to.
qsizetype linesInMemory()
{
    constexpr quint64 largest = 1ULL << 30U; // beyond are a sanitizer's shadows
    static std::array<char, 1 << 16> chunk;
    const auto wanted = maskedLine();
    const QByteArrayView needle(wanted.data(), static_cast<qsizetype>(wanted.size()));
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (!maps.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QByteArrayList regions = maps.readAll().split('\n');
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    qsizetype count = 0;
    for (const QByteArray& region : regions) {
        const QByteArrayList words = region.simplified().split(' ');
        const QByteArrayList bounds = words.value(0).split('-');
        const quint64 from = bounds.value(0).toULongLong(nullptr, 16);
        const quint64 to = bounds.value(1).toULongLong(nullptr, 16);
        if (!words.value(1).startsWith("rw") || to - from > largest) {
            continue;
        }
        // Chunks overlap by less than a line, so that none is counted twice or missed between two.
        for (quint64 at = from; at < to; at += chunk.size() - lineLength + 1) {
            const auto size = ::pread(memory, chunk.data(), std::min<quint64>(chunk.size(), to - at),
                                      static_cast<off_t>(at));
            for (ssize_t i = 0; i < size; ++i) {
                chunk[static_cast<std::size_t>(i)] =
                    static_cast<char>(chunk[static_cast<std::size_t>(i)] ^ mask);
            }
            count += size > 0 ? QByteArrayView(chunk.data(), size).count(needle) : 0;
        }
    }
    chunk.fill(0);
    ::close(memory);
    return count;
}

} // namespace

class TestImportMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfTheFileStaysBehind()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("tokens.csv"));
        writeFile(path);
        QCOMPARE(linesInMemory(), 0);
        {
            FakeTransport transport;
            transport.hold();
            client::ApiClient api(transport);
            models::ImportModel model(api);
            model.setFile(path);
            QTRY_COMPARE(transport.count("POST", QStringLiteral("/token-imports")), 1);
            QVERIFY(transport.last().body.size() > lines * static_cast<qsizetype>(lineLength));
            QVERIFY(linesInMemory() >= 2 * lines); // the model's own, and what is sent: it does find them
        }
        QTRY_COMPARE(linesInMemory(), 0); // what is deleted later is deleted by then
    }
};

QTEST_GUILESS_MAIN(TestImportMemory)
#include "tst_import_memory.moc"
