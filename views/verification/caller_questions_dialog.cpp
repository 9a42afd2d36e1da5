// SPDX-License-Identifier: Apache-2.0
#include "views/verification/caller_questions_dialog.h"

#include "models/words.h"
#include "services/client/api_client.h"
#include "views/signin/password_field.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/labels.h"

#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::CallerQuestion;
using contract::CallerQuestionSet;

namespace {

constexpr int longest = 200;
constexpr int mostPoints = 60;
constexpr int usualPoints = 20; // as the service does without a number

bool isBlank(const QLineEdit* edit)
{
    return edit->text().trimmed().isEmpty();
}

} // namespace

CallerQuestionsDialog::CallerQuestionsDialog(const Workspace& workspace, const contract::User& user,
                                             QWidget* parent)
    : Dialog(tr("Security questions of %1").arg(models::words::person(user)),
             tr("The help desk asks them when the person calls. Nobody sees an answer again; it is compared "
                "without "
                "case, spaces and punctuation."),
             parent)
    , m_workspace(workspace)
    , m_user(user)
    , m_column(new QVBoxLayout)
    , m_more(new QPushButton(icon(QStringLiteral("add")), tr("Another question")))
{
    setMinimumWidth(720);
    m_column->setSpacing(metrics::s);
    content()->addLayout(m_column);
    setButtonRole(m_more, ButtonRole::Quiet);
    content()->addWidget(m_more, 0, Qt::AlignLeading);
    content()->addStretch();
    setPrimary(tr("Save questions"), [this] { submit(); });
    primaryButton()->setEnabled(false);
    m_more->setEnabled(false);
    connect(m_more, &QPushButton::clicked, this, [this] {
        addLine({.points = usualPoints});
        m_lines.last().question->setFocus();
    });
    load();
}

void CallerQuestionsDialog::load()
{
    clearFaults();
    client::consume(m_workspace.api.callerQuestions(m_user.id), this,
                    [this](const contract::Result<contract::Page<CallerQuestion>>& page) {
                        if (!page) {
                            showError(page.error()); // and nothing can be saved over what is not known
                            return;
                        }
                        showQuestions(page->items);
                    });
}

void CallerQuestionsDialog::showQuestions(const std::vector<CallerQuestion>& questions)
{
    for (const CallerQuestion& question : questions) {
        addLine(question);
    }
    if (m_lines.isEmpty()) {
        addLine({.points = usualPoints});
    }
    primaryButton()->setEnabled(true);
    m_lines.first().question->setFocus();
}

void CallerQuestionsDialog::addLine(const CallerQuestion& question)
{
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    auto* text = new QLineEdit(question.question);
    text->setMaxLength(longest);
    text->setPlaceholderText(tr("Question"));
    auto* answer = new PasswordField;
    answer->setMaxLength(longest);
    auto* points = new QSpinBox;
    points->setRange(1, mostPoints);
    points->setSuffix(tr(" points"));
    points->setValue(question.points);
    points->setMinimumWidth(112); // its words and the arrows
    auto* remove = new QToolButton;
    remove->setIcon(icon(QStringLiteral("close"), Tone::Neutral));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::StrongFocus);
    remove->setToolTip(tr("Take this question away"));
    remove->setAccessibleName(tr("Take this question away"));
    row->addWidget(text, 3);
    row->addWidget(answer, 2);
    row->addWidget(points);
    row->addWidget(remove);
    column->addLayout(row);
    auto* note = makeLabel({}, Type::Caption, Ink::Secondary);
    note->setWordWrap(true);
    column->addWidget(note);
    m_column->addWidget(widget);
    m_lines.append({question.question, widget, text, answer, points, note});
    if (question.locked) {
        note->setText(tr("Closed for a day after wrong answers."));
    }
    note->setVisible(question.locked);
    connect(text, &QLineEdit::textChanged, this, &CallerQuestionsDialog::showLines);
    connect(remove, &QToolButton::clicked, this, [this, widget] {
        m_lines.removeIf([widget](const Line& line) { return line.widget == widget; });
        widget->hide();
        widget->deleteLater();
        showLines();
    });
    showLines();
}

// Names are by number, so that a screen reader tells the lines apart.
void CallerQuestionsDialog::showLines()
{
    int number = 0;
    for (const Line& line : std::as_const(m_lines)) {
        ++number;
        const bool keeps = !line.before.isEmpty() && line.question->text().trimmed() == line.before;
        line.answer->setPlaceholderText(keeps ? tr("Answer unchanged") : tr("Answer"));
        line.question->setAccessibleName(tr("Question %1").arg(number));
        line.answer->setAccessibleName(tr("Answer %1").arg(number));
        line.points->setAccessibleName(tr("Points for question %1").arg(number));
    }
    m_more->setEnabled(m_lines.size() < most);
    m_more->setToolTip(m_lines.size() < most ? QString()
                                             : tr("A person has %n question(s) at most.", nullptr, most));
}

QString CallerQuestionsDialog::shortcoming(const Line& line) const
{
    if (isBlank(line.question)) {
        return isBlank(line.answer) ? QString() : tr("What is the question?");
    }
    const bool keeps = line.question->text().trimmed() == line.before;
    return !keeps && isBlank(line.answer) ? tr("This question needs its answer.") : QString();
}

void CallerQuestionsDialog::submit()
{
    clearFaults();
    CallerQuestionSet set;
    QList<int> sent; // which lines; blank ones are left out
    bool fits = true;
    for (int i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines.at(i);
        const QString lacks = shortcoming(line);
        line.note->setText(lacks);
        line.note->setForegroundRole(QPalette::BrightText);
        line.note->setVisible(!lacks.isEmpty());
        if (!lacks.isEmpty() && fits) {
            (isBlank(line.question) ? line.question : line.answer)->setFocus();
        }
        fits = fits && lacks.isEmpty();
        if (!isBlank(line.question)) {
            set.questions.push_back(
                {.question = line.question->text().trimmed(),
                 .answer = isBlank(line.answer) ? std::nullopt : std::optional(line.answer->secret()),
                 .points = line.points->value()});
            sent.append(i);
        }
    }
    if (!fits) {
        return;
    }
    setBusy(true);
    client::consume(m_workspace.api.replaceCallerQuestions(m_user.id, set), this,
                    [this, sent](const contract::Result<contract::Page<CallerQuestion>>& page) {
                        setBusy(false);
                        if (!page) {
                            showFaults(page.error(), sent);
                            return;
                        }
                        Q_EMIT saved(
                            page->items.empty()
                                ? tr("%1 has no security questions now.").arg(models::words::person(m_user))
                                : tr("%n security question(s) of %1 are kept.", nullptr,
                                     static_cast<int>(page->items.size()))
                                      .arg(models::words::person(m_user)));
                        accept();
                    });
}

void CallerQuestionsDialog::showFaults(const contract::Error& error, const QList<int>& sent)
{
    bool placed = false;
    for (const contract::FieldError& fault : error.fields) {
        for (int i = 0; i < sent.size(); ++i) {
            if (fault.path.startsWith(QStringLiteral("questions[%1].").arg(i))) {
                const Line& line = m_lines.at(sent.at(i));
                line.note->setText(models::words::fieldProblem(fault));
                line.note->setForegroundRole(QPalette::BrightText);
                line.note->show();
                (fault.path.endsWith(QLatin1String(".answer")) ? line.answer : line.question)->setFocus();
                placed = true;
            }
        }
    }
    if (!placed) {
        showError(error);
    }
}

} // namespace holdfast::views
