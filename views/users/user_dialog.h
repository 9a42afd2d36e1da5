// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain_tree_model.h"
#include "services/contract/user.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace holdfast::views {

class OptionalDate;

// A new person, or the data of one who is there.
class UserDialog final : public Dialog
{
    Q_OBJECT
public:
    explicit UserDialog(const Workspace& workspace, QWidget* parent);
    UserDialog(const Workspace& workspace, const contract::User& user, QWidget* parent);
    // For a person whose account has ended.
    void focusEnd();

Q_SIGNALS:
    void saved(const holdfast::contract::User& user);

private:
    void build();
    void showUser();
    void showDomains();
    void submit();
    [[nodiscard]] contract::UserCreate creation() const;
    [[nodiscard]] contract::UserUpdate update() const;
    [[nodiscard]] QStringList aliases() const;
    [[nodiscard]] std::vector<contract::UserAttribute> attributes() const;

    Workspace m_workspace;
    std::optional<contract::User> m_user;
    models::DomainTreeModel m_domains;
    QLineEdit* m_name;
    QLineEdit* m_shownName;
    QLineEdit* m_mail;
    QLineEdit* m_phone;
    QComboBox* m_domain;
    OptionalDate* m_starts;
    OptionalDate* m_ends;
    QPlainTextEdit* m_notes;
    QLineEdit* m_aliases;
    QPlainTextEdit* m_attributes;
};

} // namespace holdfast::views
