// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

#include <QLineEdit>

namespace holdfast::views {

// A line for a secret: hidden with an eye to show it, no completion, no undo history kept after taking.
class PasswordField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit PasswordField(QWidget* parent = nullptr);
    [[nodiscard]] contract::Secret secret() const;
    // Gives the secret and empties the line.
    [[nodiscard]] contract::Secret take();
};

// How much a password withstands, in words and from 0 to 3. A rough measure: length first, then variety.
struct Strength
{
    int score = 0;
    QString words;
};
[[nodiscard]] Strength strengthOf(const contract::Secret& password);

} // namespace holdfast::views
