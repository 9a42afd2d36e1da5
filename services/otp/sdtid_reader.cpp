// SPDX-License-Identifier: Apache-2.0
#include "services/otp/sdtid_reader.h"

#include "services/otp/sdtid_import.h"
#include "services/otp/sdtid_protocol.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>
#include <QtEndian>

#include <algorithm>

namespace holdfast::otp {

using namespace Qt::StringLiterals;

namespace {

constexpr int pollMilliseconds = 50;

ImportFault readerFailed(const QString& cause)
{
    return {u"reader_failed"_s, cause,
            u"Check that the file is intact. If it is, report this; the service itself is not affected."_s};
}

QByteArray lengthOf(quint32 length)
{
    QByteArray bytes(sizeof length, '\0');
    qToBigEndian(length, bytes.data());
    return bytes;
}

class ReaderRun
{
public:
    explicit ReaderRun(const SdtidReaderOptions& options)
        : m_options(options)
        , m_deadline(options.timeLimit)
    { }

    ~ReaderRun()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    ReaderRun(const ReaderRun&) = delete;
    ReaderRun& operator=(const ReaderRun&) = delete;

    TokenRecords run(QByteArrayView file, const std::optional<contract::Secret>& passphrase)
    {
        m_process.setProgram(m_options.program);
        m_process.setProcessEnvironment(QProcessEnvironment()); // it needs nothing of ours
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start();
        if (!m_process.waitForStarted()) {
            return tl::make_unexpected(ImportFault {
                u"reader_missing"_s, u"The program that reads sdtid files could not be started."_s,
                u"Install holdfast-sdtid-reader with the service."_s});
        }
        m_process.write(lengthOf(passphrase ? static_cast<quint32>(passphrase->size()) : noPassphrase));
        if (passphrase) {
            m_process.write(passphrase->reveal().data(), passphrase->size());
        }
        m_process.write(lengthOf(static_cast<quint32>(file.size())));
        m_process.write(file.data(), file.size());
        m_process.closeWriteChannel();
        while (!m_ended) {
            if (auto fault = waitForMore()) {
                return tl::make_unexpected(std::move(*fault));
            }
            if (auto fault = takeLines()) {
                return tl::make_unexpected(std::move(*fault));
            }
        }
        return std::move(m_records);
    }

private:
    std::optional<ImportFault> waitForMore()
    {
        while (!m_process.canReadLine()) {
            if (m_options.cancelled && *m_options.cancelled) {
                return ImportFault {u"cancelled"_s, u"The import was cancelled."_s, {}};
            }
            if (m_deadline.hasExpired()) {
                return readerFailed(u"Reading the file took longer than %1 seconds."_s.arg(
                    m_options.timeLimit.count() / 1000));
            }
            if (m_process.bytesAvailable() > maxReaderLine) {
                return readerFailed(u"The reader's answer cannot be understood."_s);
            }
            if (!m_process.waitForReadyRead(pollMilliseconds) && m_process.state() == QProcess::NotRunning
                && !m_process.canReadLine()) {
                return readerFailed(u"The program that reads sdtid files ended before it was done."_s);
            }
        }
        return std::nullopt;
    }

    std::optional<ImportFault> takeLines()
    {
        while (!m_ended && m_process.canReadLine()) {
            auto line = parseReaderLine(m_process.readLine(maxReaderLine));
            if (!line || m_records.size() > static_cast<size_t>(maxTokenRecords)) {
                return readerFailed(u"The reader's answer cannot be understood."_s);
            }
            if (line->fault) {
                return line->fault;
            }
            m_ended = line->isEnd;
            if (line->record) {
                m_records.push_back(std::move(*line->record));
            }
        }
        return std::nullopt;
    }

    const SdtidReaderOptions& m_options;
    QDeadlineTimer m_deadline;
    QProcess m_process;
    std::vector<TokenRecord> m_records;
    bool m_ended = false;
};

bool isPassphraseOrRecord(const TokenRecord& record)
{
    return !record.token && record.token.error().code == QLatin1String(passphraseOrRecordWrong);
}

bool isPassphraseRequired(const TokenRecord& record)
{
    return !record.token && record.token.error().code == u"passphrase_required";
}

// One key protects all records of a batch: if it opens none of them it is wrong, else the others were
// changed.
TokenRecords settlePassphrase(std::vector<TokenRecord> records)
{
    const bool anyOpened = std::any_of(records.begin(), records.end(),
                                       [](const TokenRecord& record) { return record.token.has_value(); });
    for (TokenRecord& record : records) {
        if (isPassphraseRequired(record) && !anyOpened) {
            return tl::make_unexpected(record.token.error());
        }
        if (!isPassphraseOrRecord(record)) {
            continue;
        }
        if (!anyOpened) {
            return tl::make_unexpected(ImportFault {
                u"wrong_passphrase"_s, u"The password does not open the file, or the file was changed."_s,
                u"Type the password again; upper and lower case count. If it is right, ask for the file again."_s});
        }
        record.token = tl::make_unexpected(
            ImportFault {u"mac_mismatch"_s, u"The record's MAC does not match: the record was changed."_s,
                         u"Ask for the file again from where it came from."_s});
    }
    return records;
}

} // namespace

TokenRecords readSdtid(QByteArrayView file, const std::optional<contract::Secret>& passphrase,
                       const SdtidReaderOptions& options)
{
    if (passphrase && passphrase->size() > maxPassphraseBytes) {
        return tl::make_unexpected(ImportFault {u"passphrase_too_long"_s,
                                                u"Passwords of sdtid files have at most 40 bytes."_s,
                                                u"Check the password that came with the file."_s});
    }
    auto records = ReaderRun(options).run(file, passphrase);
    return records ? settlePassphrase(std::move(*records)) : std::move(records);
}

QString findSdtidReader(const QString& applicationDirectory)
{
    for (const auto& place : {u"/holdfast-sdtid-reader"_s, u"/../libexec/holdfast/holdfast-sdtid-reader"_s}) {
        const QFileInfo program(applicationDirectory + place);
        if (program.isExecutable()) {
            return program.canonicalFilePath();
        }
    }
    return {};
}

} // namespace holdfast::otp
