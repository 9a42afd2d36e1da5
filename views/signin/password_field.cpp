// SPDX-License-Identifier: Apache-2.0
#include "views/signin/password_field.h"

#include "views/theme/icons.h"

#include <QAction>

#include <cmath>
#include <set>

namespace holdfast::views {
namespace {

constexpr qsizetype leastLength = 12; // what the service takes

} // namespace

PasswordField::PasswordField(QWidget* parent)
    : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase
                        | Qt::ImhSensitiveData);
    QAction* eye = addAction(icon(QStringLiteral("eye"), Tone::Neutral), QLineEdit::TrailingPosition);
    eye->setToolTip(tr("Show"));
    connect(eye, &QAction::triggered, this, [this, eye] {
        const bool hidden = echoMode() == QLineEdit::Password;
        setEchoMode(hidden ? QLineEdit::Normal : QLineEdit::Password);
        eye->setIcon(icon(hidden ? QStringLiteral("eye-off") : QStringLiteral("eye"), Tone::Neutral));
        eye->setToolTip(hidden ? tr("Hide") : tr("Show"));
    });
}

contract::Secret PasswordField::secret() const
{
    return contract::Secret(text());
}

contract::Secret PasswordField::take()
{
    contract::Secret secret(text());
    clear();
    setEchoMode(QLineEdit::Password);
    return secret;
}

Strength strengthOf(const contract::Secret& password)
{
    const QByteArrayView bytes = password.reveal();
    if (bytes.isEmpty()) {
        return {0, {}};
    }
    if (bytes.size() < leastLength) {
        return {0,
                PasswordField::tr("Too short: %n more character(s).", nullptr,
                                  static_cast<int>(leastLength - bytes.size()))};
    }
    const std::set<char> different(bytes.begin(), bytes.end());
    const double bits =
        static_cast<double>(bytes.size()) * std::log2(static_cast<double>(different.size()) + 1);
    if (different.size() < 6) {
        return {1, PasswordField::tr("Weak: the same characters again and again.")};
    }
    if (bits < 56) {
        return {2, PasswordField::tr("Fair: a few more words would help.")};
    }
    return {3, PasswordField::tr("Strong.")};
}

} // namespace holdfast::views
