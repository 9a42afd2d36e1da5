// SPDX-License-Identifier: Apache-2.0
// holdfast-sdtid-reader: reads an sdtid file from standard input and writes its records to standard output,
// in a sandbox of its own. Only the service calls it; services/otp/sdtid_protocol.h says what passes.
#include "app/sdtid-reader/sandbox.h"
#include "services/otp/sdtid_import.h"
#include "services/otp/sdtid_protocol.h"
#include "services/otp/token_file.h"

#include <QtEndian>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace {

using namespace holdfast;

constexpr size_t maxMemory = size_t(768) * 1024 * 1024;
constexpr unsigned maxCpuSeconds = 600;

bool readExactly(char* to, size_t length)
{
    while (length > 0) {
        const ssize_t got = read(STDIN_FILENO, to, length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        to += got;
        length -= static_cast<size_t>(got);
    }
    return true;
}

bool writeAll(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = write(STDOUT_FILENO, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes = bytes.sliced(written);
    }
    return true;
}

std::optional<quint32> readLength()
{
    quint32 length = 0;
    if (!readExactly(reinterpret_cast<char*>(&length), sizeof length)) {
        return std::nullopt;
    }
    return qFromBigEndian(length);
}

std::optional<QByteArray> readBlock(quint32 length)
{
    QByteArray block(static_cast<qsizetype>(length), Qt::Uninitialized);
    if (!readExactly(block.data(), length)) {
        return std::nullopt;
    }
    return block;
}

int serve()
{
    const auto passphraseLength = readLength();
    if (!passphraseLength
        || (*passphraseLength > otp::maxPassphraseBytes && *passphraseLength != otp::noPassphrase)) {
        return EXIT_FAILURE;
    }
    std::optional<contract::Secret> passphrase;
    if (*passphraseLength != otp::noPassphrase) {
        const auto block = readBlock(*passphraseLength);
        if (!block) {
            return EXIT_FAILURE;
        }
        passphrase.emplace(QByteArrayView(*block));
    }
    const auto fileLength = readLength();
    if (!fileLength || *fileLength > otp::maxTokenFileBytes) {
        return EXIT_FAILURE;
    }
    const auto file = readBlock(*fileLength);
    if (!file) {
        return EXIT_FAILURE;
    }
    bool written = true;
    const auto fault = otp::splitSdtid(*file, [&](const otp::SdtidRecord& record) {
        written =
            writeAll(otp::recordLine(otp::importSdtidRecord(record, passphrase ? &*passphrase : nullptr)));
        return written;
    });
    return written && writeAll(otp::endLine(fault)) ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char**)
{
    if (argc > 1) {
        std::fputs("holdfast-sdtid-reader is called by holdfastd; it takes no arguments.\n", stderr);
        return EXIT_FAILURE;
    }
    // No file of the caller's, should it have left one open, is in reach of what follows.
    close_range(STDERR_FILENO + 1, ~0U, 0);
    if (!sdtid_reader::enterSandbox(maxMemory, maxCpuSeconds)) {
        std::fputs("holdfast-sdtid-reader: the kernel offers no sandbox.\n", stderr);
        return EXIT_FAILURE;
    }
    return serve();
}
