// SPDX-License-Identifier: Apache-2.0
#include "tests/system/robot.h"

#include <QLabel>

namespace holdfast::testing {

namespace {

QString plain(QString words)
{
    return words.remove(QLatin1Char('&')).remove(QChar(0x2026)).trimmed();
}

QString hintOf(QWidget* widget)
{
    const auto* edit = qobject_cast<QLineEdit*>(widget);
    return edit != nullptr ? edit->placeholderText() : QString();
}

} // namespace

bool Robot::waitFor(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 15'000);
}

bool Robot::press(const QString& words)
{
    QAbstractButton* button = find<QAbstractButton>([&](QAbstractButton* b) {
        return b->isEnabled()
            && (plain(b->text()) == plain(words) || plain(b->accessibleName()) == plain(words));
    });
    if (button == nullptr) {
        qWarning("no button \"%s\"; in sight: %s", qPrintable(words), inSight().constData());
        return false;
    }
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool Robot::type(const QString& name, const QString& text)
{
    QLineEdit* edit = find<QLineEdit>([&](QLineEdit* e) {
        return e->isEnabled() && (plain(e->accessibleName()).startsWith(name) || hintOf(e).startsWith(name));
    });
    if (edit == nullptr) {
        qWarning("no editor \"%s\"; in sight: %s", qPrintable(name), inSight().constData());
        return false;
    }
    edit->setFocus();
    edit->clear();
    QTest::keyClicks(edit, text);
    return true;
}

bool Robot::sees(const QString& words)
{
    return inSight().contains(words.toUtf8());
}

QByteArray Robot::inSight()
{
    QStringList seen;
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (!window->isVisible()) {
            continue;
        }
        for (const QLabel* label : window->findChildren<QLabel*>()) {
            if (label->isVisible() && !label->text().isEmpty()) {
                seen << label->text();
            }
        }
        for (const QAbstractButton* button : window->findChildren<QAbstractButton*>()) {
            if (button->isVisible() && !button->text().isEmpty()) {
                seen << plain(button->text());
            }
        }
    }
    return seen.join(QStringLiteral(" | ")).toUtf8();
}

} // namespace holdfast::testing
