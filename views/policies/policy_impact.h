// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy_preview_model.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace holdfast::views {

// What the edited policy would do to the people of now; out of sight while nothing is edited. What was
// computed last stays, greyed, until there is something newer, so that nothing jumps while somebody types.
class PolicyImpact final : public QFrame
{
    Q_OBJECT
public:
    explicit PolicyImpact(models::PolicyPreviewModel& model, QWidget* parent = nullptr);
    // As it is read out, line by line; for tests and screen readers.
    [[nodiscard]] QStringList sentences() const { return m_sentences; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showPreview();
    void addLine(const models::EffectLine& line);
    void clearLines();

    models::PolicyPreviewModel& m_model;
    QLabel* m_title;
    QLabel* m_reach;
    QWidget* m_body;
    QVBoxLayout* m_lines;
    QStringList m_sentences;
};

} // namespace holdfast::views
