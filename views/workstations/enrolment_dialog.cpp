// SPDX-License-Identifier: Apache-2.0
#include "views/workstations/enrolment_dialog.h"

#include "models/formats.h"
#include "models/words.h"
#include "views/emergency/code_display.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/theme/typography.h"
#include "views/widgets/clipboard.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHostAddress>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::views {

using namespace std::chrono_literals;

namespace {

constexpr int domainsAtOnce = 500;
constexpr size_t openShown = 5;
const auto rootPath = QStringLiteral("/");
const auto lastDomain = QStringLiteral("workstations/enrolDomain");

// CodeDisplay puts the groups in again.
contract::Secret withoutHyphens(const contract::Secret& code)
{
    QString plain = QString::fromUtf8(code.reveal());
    plain.remove(QLatin1Char('-'));
    return contract::Secret(plain);
}

QString domainName(const QString& path)
{
    return path == rootPath ? EnrolmentDialog::tr("All domains") : path;
}

bool isHere(const QUrl& server)
{
    return QHostAddress(server.host()).isLoopback() || server.host() == QLatin1String("localhost");
}

} // namespace

EnrolmentDialog::EnrolmentDialog(const Workspace& workspace, QWidget* parent)
    : Dialog(
        tr("Enrol a workstation"),
        tr("A code makes one computer known to the service. The computer makes its own keys and keeps them."),
        parent)
    , m_workspace(workspace)
    , m_pages(new QStackedWidget)
    , m_domain(new QComboBox)
    , m_name(new QLineEdit)
    , m_lifetime(new QComboBox)
    , m_open(new Section(tr("Codes that nobody has used yet")))
{
    setMinimumWidth(620);
    m_pages->addWidget(buildQuestions());
    m_pages->addWidget(buildResult());
    content()->addWidget(m_pages, 1);
    setPrimary(tr("Make code"), [this] { submit(); });
    primaryButton()->setEnabled(false);
    connect(m_domain, &QComboBox::currentIndexChanged, this,
            [this](int index) { primaryButton()->setEnabled(index >= 0); });
    m_poll.setInterval(3s);
    connect(&m_poll, &QTimer::timeout, this, &EnrolmentDialog::look);
    loadDomains();
    loadOpen();
    m_name->setFocus();
}

void EnrolmentDialog::reject()
{
    m_code->forget();
    Dialog::reject();
}

QWidget* EnrolmentDialog::buildQuestions()
{
    m_name->setMaxLength(128);
    for (const int minutes : {15, 60, 480, 1440}) {
        m_lifetime->addItem(models::duration(std::chrono::minutes(minutes)), minutes);
    }
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    const auto place = [&](const char* wireName, const QString& label, QWidget* editor, const QString& help) {
        auto* field = new FormField(label, editor, help);
        addField(QString::fromLatin1(wireName), field);
        column->addWidget(field);
    };
    place("name", tr("&Name"), m_name, tr("If empty, the computer's own name is used."));
    place("domain", tr("&Security domain"), m_domain,
          tr("Its offline policy counts beside that of the people who sign in there."));
    place("lifetimeMinutes", tr("&Code is good for"), m_lifetime, {});
    column->addWidget(m_open);
    m_open->hide();
    column->addStretch();
    return page;
}

QWidget* EnrolmentDialog::buildResult()
{
    m_code = new CodeDisplay;
    m_code->setCodeName(tr("Enrolment code"));
    m_command = new QLineEdit;
    m_command->setReadOnly(true);
    setType(m_command, Type::Mono);
    auto* copy = new QPushButton(icon(QStringLiteral("copy")), tr("C&opy"));
    copy->setAccessibleName(tr("Copy the command"));
    auto* spell = new QCheckBox(tr("&Spell it"));
    m_withdraw = new QPushButton(tr("&Withdraw this code"));
    setButtonRole(m_withdraw, ButtonRole::Quiet);
    m_state = makeParagraph({}, Ink::Secondary);
    m_note = makeParagraph(tr("Where the service's certificate is one of your own, add --ca FILE with it."),
                           Ink::Secondary);
    m_unreachable = new MessageBar;

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    QLabel* first = makeLabel(tr("1. Type this on the workstation"), Type::Strong);
    first->setBuddy(m_command);
    m_command->setAccessibleName(tr("Command to type on the workstation"));
    column->addWidget(first);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    row->addWidget(m_command, 1);
    row->addWidget(copy);
    column->addLayout(row);
    column->addWidget(m_note);
    column->addWidget(m_unreachable);
    column->addWidget(makeLabel(tr("2. Type this code when it asks for it"), Type::Strong));
    column->addWidget(m_code);
    auto* below = new QHBoxLayout;
    below->addWidget(spell);
    below->addStretch();
    below->addWidget(m_withdraw);
    column->addLayout(below);
    column->addWidget(m_state);
    column->addStretch();

    connect(copy, &QPushButton::clicked, this, [this] {
        copyText(command());
        message()->showBriefly(Tone::Success, tr("The command is copied. The code is not part of it."));
    });
    connect(spell, &QCheckBox::toggled, m_code, &CodeDisplay::setSpelling);
    connect(m_withdraw, &QPushButton::clicked, this, [this] { withdraw(m_id); });
    return page;
}

QString EnrolmentDialog::command() const
{
    return m_command->text();
}

QString EnrolmentDialog::state() const
{
    return m_state->text();
}

void EnrolmentDialog::loadDomains()
{
    m_domain->setPlaceholderText(tr("Choose a domain"));
    client::consume(m_workspace.api.domains({.limit = domainsAtOnce}), this,
                    [this](const contract::Result<contract::Page<contract::SecurityDomain>>& page) {
                        if (!page) {
                            showError(page.error());
                            m_domain->addItem(domainName(rootPath), rootPath);
                            m_domain->setCurrentIndex(-1);
                            return;
                        }
                        for (const contract::SecurityDomain& domain : page->items) {
                            m_domain->addItem(domainName(domain.path), domain.path);
                        }
                        m_domain->setCurrentIndex(m_domain->count() == 1 ? 0 : -1);
                        chooseDomain(QSettings().value(lastDomain).toString());
                    });
}

bool EnrolmentDialog::chooseDomain(const QString& path)
{
    const int index = m_domain->findData(path);
    if (index >= 0) {
        m_domain->setCurrentIndex(index);
    }
    return index >= 0;
}

void EnrolmentDialog::loadOpen()
{
    client::consume(m_workspace.api.enrolmentCodes({}), this,
                    [this](const contract::Result<contract::Page<contract::OpenEnrolmentCode>>& page) {
                        if (page) {
                            showOpen(page->items);
                        }
                    });
}

void EnrolmentDialog::showOpen(const std::vector<contract::OpenEnrolmentCode>& codes)
{
    m_open->clearContent();
    m_open->setVisible(!codes.empty());
    const auto now = m_workspace.clock.now();
    for (size_t i = 0; i < std::min(openShown, codes.size()); ++i) {
        const contract::OpenEnrolmentCode& open = codes.at(i);
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 2, 0, 2);
        const QString name = open.name.isEmpty() ? tr("Any name") : open.name;
        row->addWidget(makeParagraph(tr("%1 in %2, made by %3, until %4")
                                         .arg(name, domainName(open.domain), open.createdBy,
                                              models::deadline(open.expiresAt, now))),
                       1);
        auto* withdrawn = new QPushButton(tr("Withdraw", "an enrolment code"));
        withdrawn->setAccessibleName(tr("Withdraw the code of %1").arg(name));
        setButtonRole(withdrawn, ButtonRole::Quiet);
        connect(withdrawn, &QPushButton::clicked, this, [this, id = open.id] { withdraw(id); });
        row->addWidget(withdrawn);
        m_open->addWidget(line);
    }
}

void EnrolmentDialog::submit()
{
    if (m_domain->currentIndex() < 0) {
        m_domain->setFocus();
        return;
    }
    contract::EnrolmentCodeCreate wanted;
    wanted.domain = m_domain->currentData().toString();
    if (const QString name = m_name->text().trimmed(); !name.isEmpty()) {
        wanted.name = name;
    }
    wanted.lifetimeMinutes = m_lifetime->currentData().toInt();
    run(m_workspace.api.createEnrolmentCode(wanted),
        [this](const contract::EnrolmentCode& code) { showCode(code); });
}

void EnrolmentDialog::showCode(const contract::EnrolmentCode& code)
{
    QSettings().setValue(lastDomain, code.domain);
    m_id = code.id;
    m_expiresAt = code.expiresAt;
    const QUrl server = m_workspace.api.transport().server();
    m_command->setText(QStringLiteral("sudo holdfast-agent enrol --service %1")
                           .arg(server.isEmpty() ? QStringLiteral("https://holdfast.example.com")
                                                 : server.toString(QUrl::RemovePath)));
    m_command->setCursorPosition(0);
    if (isHere(server)) {
        m_unreachable->showMessage(
            Tone::Warning,
            tr("This service runs on this computer alone: another one cannot reach it. For workstations "
               "elsewhere connect the console to a service of your network."));
        m_unreachable->setClosable(false);
    }
    m_note->setVisible(!isHere(server));
    m_code->setCodes({withoutHyphens(code.code)});
    const auto left = std::max(m_expiresAt - m_workspace.clock.now(), std::chrono::milliseconds(1s));
    m_code->setShownFor(left);
    m_code->setRevealed(true);
    m_state->setText(
        tr("Good for one workstation in %1, until %2. Waiting for it…")
            .arg(domainName(code.domain), models::deadline(code.expiresAt, m_workspace.clock.now())));
    m_pages->setCurrentIndex(1);
    primaryButton()->hide();
    cancelButton()->setText(tr("Done"));
    cancelButton()->setFocus();
    m_poll.start();
}

void EnrolmentDialog::look()
{
    m_call = client::consume(m_workspace.api.enrolmentCode(m_id), this,
                             [this](const contract::Result<contract::OpenEnrolmentCode>& code) {
                                 if (!m_id.isEmpty()) {
                                     tellFate(code);
                                 }
                             });
}

void EnrolmentDialog::tellFate(const contract::Result<contract::OpenEnrolmentCode>& code)
{
    if (code && code->usedAt) {
        end(Tone::Success, tr("The workstation is enrolled."));
    } else if (!code && code.error().code == QLatin1String("enrolment_code_unknown")) {
        end(Tone::Warning, tr("Somebody has withdrawn the code: it enrols nothing. Make another one."));
    } else if (m_workspace.clock.now() >= m_expiresAt) {
        end(Tone::Warning, tr("The code's time is over, and nobody used it. Make another one."));
    }
}

void EnrolmentDialog::end(Tone tone, const QString& text)
{
    m_poll.stop();
    m_id.clear();
    m_code->setRevealed(false);
    m_code->forget();
    m_withdraw->setEnabled(false);
    m_state->setText(text);
    message()->showMessage(tone, text);
}

void EnrolmentDialog::withdraw(const QString& id)
{
    run(m_workspace.api.cancelEnrolmentCode(id), [this, id](const client::Nothing&) {
        if (id == m_id) {
            end(Tone::Neutral, tr("The code is withdrawn: it enrols nothing."));
        } else {
            primaryButton()->setEnabled(m_domain->currentIndex() >= 0);
            loadOpen();
        }
    });
}

} // namespace holdfast::views
