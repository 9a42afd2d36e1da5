// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy_edit_model.h"

#include <QWidget>

#include <functional>

class QGridLayout;
class QVBoxLayout;

namespace holdfast::views {

class FormField;

// The fields of one policy type, written through the edit model.
class PolicyForm final : public QWidget
{
    Q_OBJECT
public:
    PolicyForm(models::PolicyEditModel& model, contract::PolicyType type, QWidget* parent = nullptr);

    // Values and faults as the model has them.
    void showPolicy();
    void setReadOnly(bool readOnly);
    // Among the settings of an offline policy: where the table of what they mean stands. Others have none.
    [[nodiscard]] QVBoxLayout* verdictPlace() const { return m_verdictPlace; }

private:
    void fillLockout();
    void fillToken();
    void fillOffline();
    void addHeading(const QString& text);
    void addButton(const QString& text, const std::function<void()>& clicked);
    void place(FormField* field, const QString& wireName, bool wide = false);

    template <class T>
    void addText(QString T::*member, const char* wireName, const QString& label, const QString& help = {},
                 const QString& example = {});
    // One word a line.
    template <class T>
    void addWords(QStringList T::*member, const char* wireName, const QString& label, const QString& help);
    template <class T>
    void addNumber(int T::*member, const char* wireName, const QString& label, const QString& unit,
                   const QString& help = {});
    template <class T>
    void addDuration(int T::*member, const char* wireName, const QString& label, int secondsEach,
                     const QString& help = {});
    template <class T>
    void addSwitch(bool T::*member, const char* wireName, const QString& label, const QString& help = {});
    template <class T, class E>
    void addChoice(E T::*member, const char* wireName, const QString& label, const QString& help = {});

    models::PolicyEditModel& m_model;
    QVBoxLayout* m_verdictPlace = nullptr;
    QGridLayout* m_grid;
    QList<std::function<void()>> m_show;
    QList<std::pair<QString, FormField*>> m_fields;
    int m_row = 0;
    int m_column = 0;
    bool m_showing = false;
};

} // namespace holdfast::views
