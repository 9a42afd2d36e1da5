// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QString>
#include <QTest>
#include <QWidget>

#include <functional>

namespace holdfast::testing {

// Presses and types what a person sees: widgets are found by the words on them, in the newest window first,
// and only if they are visible and enabled. Waits up to fifteen seconds for them.
class Robot
{
public:
    // A button with these words ("…" and "&" do not count). False: it did not come.
    static bool press(const QString& words);
    // An editor whose accessible name, label or hint begins with these words; types and leaves the focus
    // there.
    static bool type(const QString& name, const QString& text);
    static bool waitFor(const std::function<bool()>& condition);
    // Whether a label, button or editor shows these words now.
    static bool sees(const QString& words);
    // All words in sight, for a failure's message.
    static QByteArray inSight();

    template <class T>
    static T* find(const std::function<bool(T*)>& wanted = [](T*) { return true; })
    {
        T* found = nullptr;
        waitFor([&] {
            found = findNow<T>(wanted);
            return found != nullptr;
        });
        return found;
    }
    template <class T>
    static T* findNow(const std::function<bool(T*)>& wanted)
    {
        QWidgetList windows = QApplication::topLevelWidgets();
        // A dialog lies over its window.
        std::stable_partition(windows.begin(), windows.end(),
                              [](QWidget* w) { return w->inherits("QDialog"); });
        for (QWidget* window : windows) {
            if (!window->isVisible()) {
                continue;
            }
            if (auto* self = qobject_cast<T*>(window); self != nullptr && wanted(self)) {
                return self;
            }
            for (T* widget : window->findChildren<T*>()) {
                if (widget->isVisible() && wanted(widget)) {
                    return widget;
                }
            }
        }
        return nullptr;
    }
};

} // namespace holdfast::testing
