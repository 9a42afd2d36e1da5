// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QObject>
#include <QTimer>

namespace holdfast::models {

// Verifying one caller: what is reached, what is still needed, and the methods. Begins by itself with the
// first method that is tried; what the card knows already goes on.
class CallerVerificationModel : public QObject
{
    Q_OBJECT
public:
    CallerVerificationModel(client::ApiClient& api, const contract::UserCard& card,
                            QObject* parent = nullptr);

    [[nodiscard]] const contract::CallerVerification& state() const { return m_state; }
    [[nodiscard]] const std::vector<contract::CallerQuestion>& questions() const { return m_questions; }
    [[nodiscard]] const QString& phone() const { return m_phone; }
    [[nodiscard]] bool isBusy() const { return m_busy; }

    [[nodiscard]] bool has(contract::VerificationMethod method) const; // possible with this person
    [[nodiscard]] bool done(contract::VerificationMethod method) const; // counts already
    // The most that any action asks for, and the least that opens one more; 0: all are open.
    [[nodiscard]] int mostPoints() const;
    [[nodiscard]] int nextPoints() const;
    [[nodiscard]] bool wantsApproval() const;
    [[nodiscard]] bool isComplete() const; // every action is open
    // "50 of 100 points. Open: clear a PIN." and what is missing.
    [[nodiscard]] QString progress() const;

    // Reads the questions, where there are any. changed() follows.
    void load();
    void tryCode(const contract::Secret& code);
    void confirmCallBack();
    void confirmManager(const QString& name);
    void answer(const QStringList& answers); // in the order of questions(); empty ones are not asked
    void askApproval(const QString& reason);
    // Asks again how far it is: while somebody else decides, every few seconds by itself.
    void refresh();
    void setPolling(std::chrono::milliseconds interval) { m_poll.setInterval(interval); }

Q_SIGNALS:
    void changed();
    void busyChanged();
    void succeeded(); // a method, or the approval
    void failed(const holdfast::contract::Error& error);

private:
    void add(contract::VerificationStepCreate step);
    template <class Ask>
    void withVerification(Ask ask);
    void take(const contract::Result<contract::CallerVerification>& state);
    void setBusy(bool busy);

    client::ApiClient& m_api;
    QString m_userId;
    QString m_phone;
    contract::CallerVerification m_state;
    std::vector<contract::CallerQuestion> m_questions;
    QTimer m_poll;
    bool m_busy = false;
};

} // namespace holdfast::models
