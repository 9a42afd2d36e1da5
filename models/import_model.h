// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace holdfast::models {

// The import assistant: a file, its dry run, an outcome with cause and cure for every record, then the
// import.
class ImportModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Position,
        Serial,
        Outcome,
        Cause,
        Cure,
        ColumnCount
    };
    enum Role
    {
        OutcomeRole = Qt::UserRole + 1, // contract::ImportOutcome as int
        ToneRole
    };
    enum class State
    {
        Choosing, // no file yet
        Checking, // the dry run is under way
        Checked, // rows tell what would happen; canImport() says whether there is anything to import
        Importing,
        Imported, // rows tell what happened
        Refused // the whole file: refusal(), refusalCure(); other options or another file, then check() again
    };
    Q_ENUM(State)

    static constexpr qint64 maxFileSize = 32 * 1024 * 1024;

    explicit ImportModel(client::ApiClient& api, QObject* parent = nullptr);

    // Reads the file (in a worker thread) and guesses its format; then checks if nothing more is needed.
    void setFile(const QString& path);
    [[nodiscard]] QString fileName() const { return m_fileName; }
    void setFormat(contract::ImportFormat format);
    [[nodiscard]] contract::ImportFormat format() const { return m_request.format; }
    void setPassphrase(const contract::Secret& passphrase);
    void setKey(const contract::Secret& hexadecimal);
    void setDuplicates(contract::DuplicateRule rule);
    [[nodiscard]] contract::DuplicateRule duplicates() const { return m_request.duplicates; }
    // The refusal says that the file is protected: ask for a passphrase or a key.
    [[nodiscard]] bool needsPassphrase() const;
    [[nodiscard]] bool needsKey() const;

    void check();
    void importNow();
    // The refusal is an interruption: what is left can be imported without the file.
    [[nodiscard]] bool canResume() const { return m_result.resumable; }
    void resume();
    // Of an import that is under way: stops it after the batch at work; the rows then tell what was stored.
    void cancel();
    void reset();

    [[nodiscard]] State state() const { return m_state; }
    // While Importing: records done, and all; 0 while the file is read.
    [[nodiscard]] int processed() const;
    [[nodiscard]] int total() const { return m_result.total; }
    [[nodiscard]] bool isStopping() const { return m_stopping; }
    [[nodiscard]] bool canImport() const;
    [[nodiscard]] const contract::TokenImport& result() const { return m_result; }
    [[nodiscard]] QString summary() const; // "198 would be imported, 1 is left out, 1 cannot be read"
    [[nodiscard]] QString refusal() const;
    [[nodiscard]] QString refusalCure() const;
    // Only rows that failed.
    void setOnlyProblems(bool only);

    [[nodiscard]] static contract::ImportFormat guessFormat(const QString& fileName, QByteArrayView start);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void stateChanged();
    void progressed();

private:
    void send(bool dryRun);
    void watch(contract::Result<contract::TokenImport> result);
    void lookAgain();
    void stopJob();
    void selectRows();
    void show(contract::TokenImport result);
    void refuse(contract::Error error);
    void become(State state);

    client::ApiClient& m_api;
    client::ImportRequest m_request;
    QString m_fileName;
    contract::TokenImport m_result;
    std::vector<int> m_shown; // indexes into m_result.rows
    std::optional<contract::Error> m_refusal;
    State m_state = State::Choosing;
    bool m_onlyProblems = false;
    bool m_stopping = false;
    QTimer m_timer;
    client::Call m_call;
};

} // namespace holdfast::models
