// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/import_model.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QStackedWidget;
class QTableView;

namespace holdfast::views {

class PasswordField;

// The import assistant: choose or drop a file, see what would become of every record, then import.
class ImportDialog final : public Dialog
{
    Q_OBJECT
public:
    ImportDialog(const Workspace& workspace, QWidget* parent);
    ~ImportDialog() override;

    void setFile(const QString& path) { m_model.setFile(path); }
    [[nodiscard]] models::ImportModel& model() { return m_model; }
    void reject() override;

Q_SIGNALS:
    void imported(int count);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    [[nodiscard]] QWidget* buildChoice();
    [[nodiscard]] QWidget* buildRefusal();
    [[nodiscard]] QWidget* buildRows();
    void chooseFile();
    void showState();
    void showProgress();
    void unlock();
    void showDetail();
    void chooseProblem();

    models::ImportModel m_model;
    QLabel* m_file;
    QStackedWidget* m_pages;
    QWidget* m_choice;
    QWidget* m_refusal;
    QWidget* m_rows;
    QLabel* m_cause;
    QLabel* m_cure;
    FormField* m_passphraseField;
    PasswordField* m_passphrase;
    FormField* m_keyField;
    PasswordField* m_key;
    QLabel* m_summary;
    QCheckBox* m_onlyProblems;
    QComboBox* m_duplicates;
    QTableView* m_table;
    QLabel* m_detail;
    QProgressBar* m_progress;
    QLabel* m_progressText;
};

} // namespace holdfast::views
