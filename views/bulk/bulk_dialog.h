// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bulk_items_model.h"
#include "models/bulk_job_model.h"
#include "models/domain_tree_model.h"
#include "views/bulk/bulk_choice.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QTableView;

namespace holdfast::views {

class OptionalDate;
class StateView;

// A job over many, from its list to its undo. Nothing is changed before the list was there to be read. What
// runs goes on when the dialog is closed.
class BulkDialog final : public Dialog
{
    Q_OBJECT
public:
    // Makes the job; it is forgotten again when the dialog is closed before it was begun.
    BulkDialog(const Workspace& workspace, contract::BulkAction action, BulkChoice choice, QWidget* parent);
    // Shows one that is there. `undo`: and begins with its undo.
    BulkDialog(const Workspace& workspace, const contract::BulkJob& job, bool undo, QWidget* parent);
    void reject() override;

    [[nodiscard]] const models::BulkJobModel& model() const { return m_model; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] QPushButton* undoButton() const { return m_undo; }
    [[nodiscard]] QPushButton* stopButton() const { return m_stop; }
    [[nodiscard]] QLineEdit* reasonField() const { return m_reason; }

Q_SIGNALS:
    // A job ended and changed something.
    void changed();

private:
    void build();
    [[nodiscard]] QWidget* buildParameter();
    void showDomains();
    void make();
    void showJob();
    void showList();
    void showSummary();
    void showButtons();
    void showLimit();
    void offer(const QString& verb, bool dangerous, bool enabled, std::function<void()> run);
    void forgetIfOwn();

    Workspace m_workspace;
    contract::BulkAction m_action;
    BulkChoice m_choice;
    models::BulkJobModel m_model;
    models::BulkItemsModel m_items;
    models::DomainTreeModel m_domains;
    QComboBox* m_domain = nullptr;
    OptionalDate* m_until = nullptr;
    QWidget* m_parameter = nullptr;
    QLabel* m_summary;
    QComboBox* m_which;
    QTableView* m_table;
    StateView* m_states;
    QLineEdit* m_reason;
    QWidget* m_overrule;
    QProgressBar* m_progress;
    QPushButton* m_undo;
    QPushButton* m_stop;
    bool m_own = false; // this dialog has made the job that is shown
    bool m_told = false; // its end
};

} // namespace holdfast::views
