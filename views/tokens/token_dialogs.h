// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tokens_model.h"
#include "models/users_model.h"
#include "services/contract/token.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace holdfast::views {

class PickList;

// What every dialog about one token tells when it has done its work.
class TokenDialog : public Dialog
{
    Q_OBJECT
public:
    using Dialog::Dialog;
Q_SIGNALS:
    void tokenChanged(const holdfast::contract::Token& token, const QString& words);
};

// A token for this person: pick one that is free, by typing.
class AssignTokenDialog final : public TokenDialog
{
    Q_OBJECT
public:
    AssignTokenDialog(const Workspace& workspace, const QString& userId, const QString& person,
                      QWidget* parent);

private:
    Workspace m_workspace;
    QString m_userId;
    models::TokensModel m_model;
    PickList* m_pick;
    QCheckBox* m_pin;
};

// A person for this token.
class AssignPersonDialog final : public TokenDialog
{
    Q_OBJECT
public:
    AssignPersonDialog(const Workspace& workspace, const QString& serial, QWidget* parent);

private:
    Workspace m_workspace;
    models::UsersModel m_model;
    PickList* m_pick;
    QCheckBox* m_pin;
};

// Two codes in a row set the token's clock or counter right.
class ResyncDialog final : public TokenDialog
{
    Q_OBJECT
public:
    ResyncDialog(const Workspace& workspace, const contract::Token& token, QWidget* parent);

private:
    void submit();

    Workspace m_workspace;
    QString m_serial;
    int m_digits;
    QLineEdit* m_first;
    QLineEdit* m_second;
    FormField* m_firstField;
    FormField* m_secondField;
};

// Another token takes over at its first use.
class ReplaceTokenDialog final : public TokenDialog
{
    Q_OBJECT
public:
    ReplaceTokenDialog(const Workspace& workspace, const contract::Token& token, QWidget* parent);

private:
    Workspace m_workspace;
    models::TokensModel m_model;
    PickList* m_pick;
    QCheckBox* m_keepPin;
};

class TokenLostDialog final : public TokenDialog
{
    Q_OBJECT
public:
    TokenLostDialog(const Workspace& workspace, const QString& serial, QWidget* parent);

private:
    Workspace m_workspace;
    QLineEdit* m_reason;
};

} // namespace holdfast::views
