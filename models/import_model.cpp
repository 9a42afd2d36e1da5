// SPDX-License-Identifier: Apache-2.0
#include "models/import_model.h"

#include "models/words.h"

#include <QFile>
#include <QFileInfo>
#include <QtConcurrent>

namespace holdfast::models {

using contract::ImportFormat;
using contract::ImportOutcome;
using contract::ImportRow;
using contract::Result;
using contract::Secret;

namespace {

constexpr std::chrono::milliseconds lookInterval {250};

Result<Secret> readFile(const QString& path)
{
    const auto unread = [] {
        return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("file_not_read"),
                                 QStringLiteral("The file could not be read."));
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return unread();
    }
    if (file.size() > ImportModel::maxFileSize) {
        return contract::failure(contract::ErrorKind::TooLarge, QStringLiteral("file_too_large"),
                                 QStringLiteral("The file is larger than 32 MB."));
    }
    // Into its place at once: what a buffer leaves behind while it grows would stay in memory.
    QByteArray bytes(file.size(), '\0');
    const bool whole = file.read(bytes.data(), bytes.size()) == bytes.size();
    Secret secret {QByteArrayView(bytes)};
    bytes.fill('\0'); // seeds
    return whole ? Result<Secret>(std::move(secret)) : unread();
}

} // namespace

ImportModel::ImportModel(client::ApiClient& api, QObject* parent)
    : QAbstractTableModel(parent)
    , m_api(api)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, &ImportModel::lookAgain);
}

ImportFormat ImportModel::guessFormat(const QString& fileName, QByteArrayView start)
{
    constexpr qsizetype looked = 4096;
    const QByteArrayView head = start.first(std::min(looked, start.size()));
    if (head.contains("KeyContainer") || head.contains("keyprov:pskc")) {
        return ImportFormat::Pskc;
    }
    if (head.contains("TKNBatch") || fileName.endsWith(QLatin1String(".sdtid"), Qt::CaseInsensitive)) {
        return ImportFormat::Sdtid;
    }
    if (head.contains("otpauth://")) {
        return ImportFormat::Otpauth;
    }
    const bool table = fileName.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)
        || (!head.trimmed().startsWith('<')
            && (head.contains(',') || head.contains(';') || head.contains('\t')));
    return table ? ImportFormat::Csv : ImportFormat::Pskc;
}

void ImportModel::setFile(const QString& path)
{
    m_call.cancel();
    m_fileName = QFileInfo(path).fileName();
    m_request.fileName = m_fileName;
    m_request.passphrase.reset();
    m_request.key.reset();
    m_refusal.reset();
    become(State::Checking);
    m_call = client::consume(QtConcurrent::run(readFile, path), this, [this](Result<Secret> bytes) {
        if (!bytes) {
            refuse(bytes.error());
            return;
        }
        m_request.format = guessFormat(m_fileName, bytes->reveal());
        m_request.file = std::move(*bytes);
        check();
    });
}

void ImportModel::setFormat(ImportFormat format)
{
    m_request.format = format;
}

void ImportModel::setPassphrase(const Secret& passphrase)
{
    m_request.passphrase = passphrase.isEmpty() ? std::nullopt : std::optional(passphrase);
}

void ImportModel::setKey(const Secret& hexadecimal)
{
    m_request.key = hexadecimal.isEmpty() ? std::nullopt : std::optional(hexadecimal);
}

void ImportModel::setDuplicates(contract::DuplicateRule rule)
{
    m_request.duplicates = rule;
}

bool ImportModel::needsPassphrase() const
{
    return m_refusal
        && (m_refusal->code == QLatin1String("passphrase_required")
            || m_refusal->code == QLatin1String("wrong_passphrase")
            || m_refusal->code == QLatin1String("passphrase_or_record_wrong"));
}

bool ImportModel::needsKey() const
{
    return m_refusal
        && (m_refusal->code == QLatin1String("key_required") || m_refusal->code == QLatin1String("wrong_key")
            || m_refusal->code == QLatin1String("key_length_wrong"));
}

void ImportModel::check()
{
    if (m_request.file.isEmpty()) {
        refuse({contract::ErrorKind::InvalidRequest, QStringLiteral("file_empty"),
                QStringLiteral("The file is empty.")});
        return;
    }
    send(true);
}

void ImportModel::importNow()
{
    if (canImport()) {
        send(false);
    }
}

void ImportModel::send(bool dryRun)
{
    m_call.cancel();
    m_refusal.reset();
    m_request.dryRun = dryRun;
    m_request.async = !dryRun;
    m_stopping = false;
    become(dryRun ? State::Checking : State::Importing);
    m_call = client::consume(m_api.importTokens(m_request), this,
                             [this](Result<contract::TokenImport> result) { watch(std::move(result)); });
}

void ImportModel::resume()
{
    if (!canResume()) {
        return;
    }
    m_refusal.reset();
    m_stopping = false;
    become(State::Importing);
    m_call = client::consume(m_api.resumeTokenImport(m_result.id), this,
                             [this](Result<contract::TokenImport> result) { watch(std::move(result)); });
}

// An answer, or how the job stands. A service that is out of reach for a while goes on importing.
void ImportModel::watch(Result<contract::TokenImport> result)
{
    const bool known = m_state == State::Importing && !m_result.id.isEmpty() && !m_result.dryRun;
    if (!result && result.error().kind == contract::ErrorKind::Unavailable && known) {
        m_timer.start();
    } else if (!result) {
        refuse(result.error());
    } else if (result->state == contract::JobState::Running) {
        const bool before = !known; // the first that is heard of the job
        beginResetModel();
        m_result = std::move(*result);
        m_shown.clear();
        endResetModel();
        Q_EMIT progressed();
        if (m_stopping && before) {
            stopJob();
        }
        m_timer.start();
    } else {
        show(std::move(*result));
    }
}

// Once its id is known. What came of it is seen by looking at the job.
void ImportModel::stopJob()
{
    if (m_result.dryRun || m_result.id.isEmpty()) {
        return;
    }
    client::consume(m_api.cancelTokenImport(m_result.id), this, [](const Result<client::Nothing>&) {});
}

void ImportModel::lookAgain()
{
    m_call = client::consume(m_api.tokenImport(m_result.id), this,
                             [this](Result<contract::TokenImport> result) { watch(std::move(result)); });
}

int ImportModel::processed() const
{
    return m_result.imported + m_result.replaced + m_result.ignored + m_result.failed;
}

void ImportModel::show(contract::TokenImport result)
{
    const bool nothing = result.imported + result.replaced + result.ignored + result.failed == 0;
    if (result.state == contract::JobState::Failed
        || (result.state == contract::JobState::Cancelled && nothing)) {
        contract::Error refusal {contract::ErrorKind::InvalidRequest, result.code, result.cause};
        refusal.internal = result.cure;
        contract::TokenImport interrupted;
        interrupted.resumable = result.resumable;
        interrupted.id = result.id;
        refuse(std::move(refusal));
        m_result = std::move(interrupted);
        Q_EMIT stateChanged();
        return;
    }
    beginResetModel();
    m_result = std::move(result);
    selectRows();
    endResetModel();
    become(m_result.dryRun ? State::Checked : State::Imported);
    if (m_state == State::Imported) {
        m_request.file = {}; // the seeds are where they belong
    }
}

void ImportModel::refuse(contract::Error error)
{
    beginResetModel();
    m_result = {};
    m_shown.clear();
    m_refusal = std::move(error);
    endResetModel();
    become(State::Refused);
}

void ImportModel::cancel()
{
    if (m_state == State::Importing) {
        if (!m_stopping) {
            m_stopping = true;
            Q_EMIT progressed();
            stopJob();
        }
        return;
    }
    m_call.cancel();
    if (m_state == State::Checking) {
        become(m_result.rows.empty() ? State::Choosing : State::Checked);
    }
}

void ImportModel::reset()
{
    m_call.cancel();
    m_timer.stop();
    beginResetModel();
    m_request = {};
    m_fileName.clear();
    m_result = {};
    m_shown.clear();
    m_refusal.reset();
    endResetModel();
    become(State::Choosing);
}

bool ImportModel::canImport() const
{
    return m_state == State::Checked && m_result.imported + m_result.replaced > 0;
}

QString ImportModel::summary() const
{
    const bool would = m_result.dryRun;
    QStringList parts;
    const auto add = [&](int count, const QString& text) {
        if (count > 0) {
            parts << text;
        }
    };
    add(m_result.imported,
        would ? tr("%n would be imported", nullptr, m_result.imported)
              : tr("%n imported", nullptr, m_result.imported));
    add(m_result.replaced,
        would ? tr("%n would be replaced", nullptr, m_result.replaced)
              : tr("%n replaced", nullptr, m_result.replaced));
    add(m_result.ignored, tr("%n left out", nullptr, m_result.ignored));
    add(m_result.failed, tr("%n cannot be taken", nullptr, m_result.failed));
    if (m_result.state == contract::JobState::Cancelled) {
        parts.prepend(tr("Stopped after %1 of %2").arg(processed()).arg(m_result.total));
    }
    return parts.isEmpty() ? tr("The file holds no token.") : parts.join(QStringLiteral(", "));
}

QString ImportModel::refusal() const
{
    if (!m_refusal) {
        return {};
    }
    const QString cause = words::importCause(m_refusal->code, m_refusal->detail);
    return cause.isEmpty() ? words::problem(*m_refusal) : cause;
}

QString ImportModel::refusalCure() const
{
    return m_refusal ? words::importCure(m_refusal->code, m_refusal->internal) : QString();
}

void ImportModel::become(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace holdfast::models
