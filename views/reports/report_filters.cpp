// SPDX-License-Identifier: Apache-2.0
#include "views/reports/report_filters.h"

#include "models/report_words.h"
#include "models/session.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "views/theme/metrics.h"
#include "views/widgets/form_field.h"
#include "views/widgets/optional_date.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace holdfast::views {

using contract::Permission;

namespace {

constexpr int perRow = 3;
constexpr int leastField = 130; // of a field; where fewer fit beside each other, there are fewer
constexpr int mostDays = 3650;
constexpr int mostText = 1024;

// What is there for programs: an identifier that nobody knows by heart, and an order, which a spreadsheet
// makes better.
bool isForPrograms(const QString& name)
{
    return name == QLatin1String("user") || name == QLatin1String("sort");
}

int fitting(int width)
{
    return std::clamp((width + metrics::m) / (leastField + metrics::m), 1, perRow);
}

template <class E>
QList<std::pair<QString, QString>> namesOf()
{
    QList<std::pair<QString, QString>> all;
    for (const auto& [value, wireName] : contract::EnumNames<E>::names) {
        all.append({models::words::of(value), QString::fromLatin1(wireName)});
    }
    return all;
}

} // namespace

ReportFilters::ReportFilters(const Workspace& workspace, models::ReportDraft& draft, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_draft(draft)
    , m_domains(workspace.api)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::m);
    m_grid->setVerticalSpacing(metrics::s);
    constexpr std::chrono::milliseconds untilTyped {300};
    m_typing.setSingleShot(true);
    m_typing.setInterval(untilTyped);
    connect(&m_typing, &QTimer::timeout, this, [this] {
        if (m_typed) {
            std::exchange(m_typed, {})();
        }
    });
    connect(&m_domains, &models::DomainTreeModel::stateChanged, this, &ReportFilters::fillDomains);
}

void ReportFilters::showDraft()
{
    m_typing.stop();
    m_typed = {};
    m_domainBoxes.clear();
    m_bounds.clear();
    qDeleteAll(std::exchange(m_fields, {}));
    for (const QString& name : m_draft.report().parameters) {
        if (isForPrograms(name)) {
            continue;
        }
        QWidget* editor = editorFor(name);
        editor->setObjectName(name);
        m_fields.append(new FormField(models::words::reportParameter(name), editor, {}, this));
    }
    arrange();
    if (!m_domainBoxes.isEmpty() && m_workspace.session.may(Permission::ViewDomains)) {
        m_domains.load();
        fillDomains();
    }
    showBounds();
    setVisible(!m_fields.isEmpty());
}

void ReportFilters::arrange()
{
    m_across = fitting(width());
    int place = 0;
    for (QWidget* field : std::as_const(m_fields)) {
        m_grid->removeWidget(field);
        m_grid->addWidget(field, place / m_across, place % m_across, Qt::AlignTop);
        ++place;
    }
    for (int column = 0; column < perRow; ++column) {
        m_grid->setColumnStretch(column, column < m_across ? 1 : 0);
    }
}

void ReportFilters::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (fitting(width()) != m_across) {
        arrange();
    }
}

QWidget* ReportFilters::editorFor(const QString& name)
{
    if (name == QLatin1String("domain") || name == QLatin1String("over")) {
        return domainEditor(name);
    }
    if (name == QLatin1String("from") || name == QLatin1String("to")) {
        return dayEditor(name);
    }
    if (name == QLatin1String("days")) {
        return daysEditor(name, tr("Any time"));
    }
    if (name == QLatin1String("inactiveDays")) {
        return daysEditor(name, tr("90 days"));
    }
    if (name == QLatin1String("role")) {
        return roleEditor(name);
    }
    QList<Choice> choices;
    if (name == QLatin1String("result")) {
        for (const auto& [text, value] : namesOf<contract::EventResult>()) {
            choices.append({text, value});
        }
        return choiceEditor(name, choices);
    }
    if (name == QLatin1String("log")) {
        for (const auto& [text, value] : namesOf<contract::EventLog>()) {
            choices.append({text, value});
        }
        return choiceEditor(name, choices);
    }
    if (name == QLatin1String("order")) {
        auto* box = choiceEditor(name, {{tr("Latest first"), QStringLiteral("desc")}});
        box->setItemText(0, tr("Oldest first"));
        return box;
    }
    return lineEditor(name);
}

QWidget* ReportFilters::dayEditor(const QString& name)
{
    const bool isEnd = name == QLatin1String("to");
    auto* editor =
        new OptionalDate(tr("Any time"), isEnd ? OptionalDate::Day::End : OptionalDate::Day::Start);
    if (const auto at = contract::fromRfc3339(m_draft.filter(name))) {
        editor->setMoment(*at);
    }
    connect(editor, &OptionalDate::momentChanged, this, [this, editor, name] {
        const auto moment = editor->moment();
        set(name, moment ? contract::toRfc3339(*moment) : QString());
    });
    m_bounds.append(editor);
    return editor;
}

QWidget* ReportFilters::daysEditor(const QString& name, const QString& none)
{
    auto* editor = new QSpinBox;
    editor->setRange(0, mostDays);
    editor->setSpecialValueText(none);
    editor->setValue(m_draft.filter(name).toInt());
    connect(editor, &QSpinBox::valueChanged, this,
            [this, name](int days) { set(name, days > 0 ? QString::number(days) : QString()); });
    return editor;
}

QWidget* ReportFilters::lineEditor(const QString& name)
{
    auto* editor = new QLineEdit(m_draft.filter(name));
    editor->setMaxLength(mostText);
    if (name == QLatin1String("key")) {
        editor->setPlaceholderText(QStringLiteral("AUTHN_LOGIN_EVENT"));
    } else if (name == QLatin1String("filter")) {
        editor->setPlaceholderText(tr("As above the list"));
    }
    connect(editor, &QLineEdit::textEdited, this, [this, name](const QString& text) {
        m_typed = [this, name, text] {
            set(name, text.trimmed());
        };
        m_typing.start();
    });
    return editor;
}

QComboBox* ReportFilters::choiceEditor(const QString& name, const QList<Choice>& choices)
{
    auto* box = new QComboBox;
    box->addItem(tr("Any"));
    for (const Choice& choice : choices) {
        box->addItem(choice.text, choice.value);
    }
    const QString chosen = m_draft.filter(name);
    if (!chosen.isEmpty() && box->findData(chosen) < 0) {
        box->addItem(chosen, chosen);
    }
    box->setCurrentIndex(std::max(0, box->findData(chosen.isEmpty() ? QVariant() : QVariant(chosen))));
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box, name] { set(name, box->currentData().toString()); });
    return box;
}

QComboBox* ReportFilters::domainEditor(const QString& name)
{
    QComboBox* box = choiceEditor(name, {});
    box->setItemText(0, tr("Everywhere"));
    m_domainBoxes.append({name, box});
    return box;
}

QComboBox* ReportFilters::roleEditor(const QString& name)
{
    QList<Choice> choices;
    for (const auto& [text, value] : namesOf<contract::Role>()) {
        choices.append({text, value});
    }
    QComboBox* box = choiceEditor(name, choices);
    if (m_workspace.session.may(Permission::ViewAdministrators)) {
        client::consume(m_workspace.api.roles({}), box,
                        [box](const contract::Result<contract::Page<contract::RoleDefinition>>& page) {
                            for (const auto& role :
                                 page ? page->items : std::vector<contract::RoleDefinition> {}) {
                                const int index = box->findData(role.key);
                                if (index < 0) {
                                    box->addItem(role.name, role.key);
                                } else if (!role.predefined) {
                                    box->setItemText(index, role.name);
                                }
                            }
                        });
    }
    return box;
}

void ReportFilters::fillDomains()
{
    for (const auto& [name, box] : m_domainBoxes) {
        for (const QString& path : m_domains.paths()) {
            if (path != QLatin1String("/") && box->findData(path) < 0) {
                box->addItem(path, path);
            }
        }
    }
}

// Days move with the clock, which a report that runs every week needs; they stand in place of dates.
void ReportFilters::showBounds()
{
    const bool free = m_draft.filter(QStringLiteral("days")).isEmpty();
    for (QWidget* editor : m_bounds) {
        editor->setEnabled(free);
    }
}

void ReportFilters::set(const QString& name, const QString& value)
{
    if (name == QLatin1String("days") && !value.isEmpty()) {
        for (const char* bound : {"from", "to"}) {
            m_draft.setFilter(QString::fromLatin1(bound), {});
        }
        for (QWidget* editor : m_bounds) {
            qobject_cast<OptionalDate*>(editor)->setMoment(std::nullopt);
        }
    }
    m_draft.setFilter(name, value);
    showBounds();
}

} // namespace holdfast::views
