// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/api_fixture.h"

namespace holdfast::testing {

// The service with people who have tokens whose codes the test can compute.
class HelpDesk : public ApiFixture
{
public:
    using ApiFixture::ApiFixture;

    struct TokenRecipe
    {
        contract::TokenKind kind = contract::TokenKind::Totp;
        QString domain = QStringLiteral("/");
        std::optional<contract::Timestamp> expiresAt {};
        contract::PinStyle style = contract::PinStyle::None;
    };
    // On the shelf: nobody's, disabled.
    QString addToken(const QString& serial, const TokenRecipe& recipe);
    QString addToken(const QString& serial) { return addToken(serial, TokenRecipe {}); }
    // Through the service; fails the test otherwise.
    void assign(const QString& serial, qint64 userId, bool requirePin = false);
    // As if chosen in new-PIN mode.
    void setPin(const QString& serial, const QByteArray& pin);
    // The tokencode. Time tokens: `position` steps from now; counter tokens: the counter.
    [[nodiscard]] QByteArray code(const QString& serial, qint64 position = 0) const;

    // The gate's own answer.
    authentication::Outcome logOn(const QString& name, const QByteArray& passcode);

    // POST /tokens/{serial}/{action} as admin.
    [[nodiscard]] ApiAnswer act(const QString& serial, const QString& action,
                                const QJsonObject& body = {}) const;
    void change(const QString& sql, const QVariantList& values = {});
};

} // namespace holdfast::testing
