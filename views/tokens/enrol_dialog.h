// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/token_enrolment.h"
#include "views/tokens/token_dialogs.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace holdfast::views {

class QrView;

// A token made on the spot: the person scans the QR code and reads out a first code, which enables it. Closed
// before that, the token is gone again.
class EnrolDialog final : public TokenDialog
{
    Q_OBJECT
public:
    EnrolDialog(const Workspace& workspace, const QString& userId, const QString& person, QWidget* parent);
    void reject() override;
    [[nodiscard]] QrView* qrView() const { return m_qr; }

private:
    [[nodiscard]] QWidget* buildChoice();
    [[nodiscard]] QWidget* buildCode();
    void make();
    void showCode(contract::TokenEnrolment enrolment);
    void confirmCode();

    Workspace m_workspace;
    QString m_userId;
    QByteArray m_idempotencyKey; // the same for a try after a lost answer
    QString m_serial; // empty until there is a token
    bool m_abandoned = false;
    contract::Secret m_uri;
    QStackedWidget* m_pages;
    QComboBox* m_kind;
    QCheckBox* m_pin;
    QrView* m_qr;
    QLabel* m_serialLabel;
    QLabel* m_key;
    QLineEdit* m_code;
    FormField* m_codeField;
};

} // namespace holdfast::views
