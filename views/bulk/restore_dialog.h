// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain_tree_model.h"
#include "services/contract/bin.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;
class QLineEdit;

namespace holdfast::views {

// Brings one thing back from the bin, under another name or in another domain where the old one is taken or
// gone.
class RestoreDialog final : public Dialog
{
    Q_OBJECT
public:
    RestoreDialog(const Workspace& workspace, const contract::BinEntry& entry, QWidget* parent);

Q_SIGNALS:
    void restored(const QString& words);

private:
    void showDomains();
    void submit();

    Workspace m_workspace;
    contract::BinEntry m_entry;
    models::DomainTreeModel m_domains;
    QLineEdit* m_name = nullptr; // of people
    QComboBox* m_domain;
};

} // namespace holdfast::views
