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

Result<Secret> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("file_not_read"),
                                 QStringLiteral("The file could not be read."));
    }
    if (file.size() > ImportModel::maxFileSize) {
        return contract::failure(contract::ErrorKind::TooLarge, QStringLiteral("file_too_large"),
                                 QStringLiteral("The file is larger than 32 MB."));
    }
    QByteArray bytes = file.readAll();
    Secret secret {QByteArrayView(bytes)};
    bytes.fill('\0'); // seeds
    return secret;
}

} // namespace

ImportModel::ImportModel(client::ApiClient& api, QObject* parent)
    : QAbstractTableModel(parent)
    , m_api(api)
{ }

ImportFormat ImportModel::guessFormat(const QString& fileName, const QByteArray& start)
{
    const QByteArray head = start.left(4096);
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
        || (!head.trimmed().startsWith('<') && head.contains(','));
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
        m_request.format = guessFormat(
            m_fileName, bytes->reveal().first(std::min<qsizetype>(4096, bytes->size())).toByteArray());
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
    become(dryRun ? State::Checking : State::Importing);
    m_call =
        client::consume(m_api.importTokens(m_request), this, [this](Result<contract::TokenImport> result) {
            if (result) {
                show(std::move(*result));
            } else {
                refuse(result.error());
            }
        });
}

void ImportModel::show(contract::TokenImport result)
{
    if (result.state == contract::JobState::Failed) {
        contract::Error refusal {contract::ErrorKind::InvalidRequest, result.code, result.cause};
        refusal.internal = result.cure;
        refuse(std::move(refusal));
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
    m_call.cancel();
    if (m_state == State::Checking || m_state == State::Importing) {
        become(m_result.rows.empty() ? State::Choosing : State::Checked);
    }
}

void ImportModel::reset()
{
    m_call.cancel();
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
