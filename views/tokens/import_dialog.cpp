// SPDX-License-Identifier: Apache-2.0
#include "views/tokens/import_dialog.h"

#include "models/words.h"
#include "views/signin/password_field.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/tokens/drop_area.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/table_delegate.h"
#include "views/widgets/table_setup.h"
#include "views/widgets/tones.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using models::ImportModel;

ImportDialog::ImportDialog(const Workspace& workspace, QWidget* parent)
    : Dialog(tr("Import tokens"),
             tr("PSKC, SecurID (sdtid), otpauth links or CSV; the kind is found out from the file's "
                "content. Nothing changes before you press Import."),
             parent)
    , m_model(workspace.api)
    , m_file(new ElidedLabel({}, Type::Strong))
    , m_pages(new QStackedWidget)
    , m_choice(buildChoice())
    , m_refusal(buildRefusal())
    , m_rows(buildRows())
    , m_progress(new QProgressBar)
    , m_progressText(makeLabel({}, Type::Caption, Ink::Secondary))
{
    setAcceptDrops(true);
    resize(780, 560);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    for (QWidget* page : {m_choice, m_refusal, m_rows}) {
        m_pages->addWidget(page);
    }
    content()->addWidget(m_file);
    content()->addWidget(m_progress);
    content()->addWidget(m_progressText);
    content()->addWidget(m_pages, 1);
    connect(&m_model, &ImportModel::stateChanged, this, &ImportDialog::showState);
    connect(&m_model, &ImportModel::progressed, this, &ImportDialog::showProgress);
    showState();
    m_choice->setFocus();
}

ImportDialog::~ImportDialog()
{
    m_model.cancel();
}

QWidget* ImportDialog::buildChoice()
{
    auto* area = new DropArea(tr("Drop a token file here"), tr("Choose a file…"));
    connect(area, &DropArea::chooseClicked, this, &ImportDialog::chooseFile);
    return area;
}

QWidget* ImportDialog::buildRefusal()
{
    m_cause = makeParagraph({});
    m_cure = makeParagraph({}, Ink::Secondary);
    m_passphrase = new PasswordField;
    m_key = new PasswordField;
    m_passphraseField = new FormField(tr("&Passphrase of the file"), m_passphrase);
    m_keyField = new FormField(tr("Pre-shared &key, in hexadecimal"), m_key);
    auto* again = new QPushButton(icon(QStringLiteral("file")), tr("Another file…"));
    connect(again, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &ImportDialog::unlock);
    connect(m_key, &QLineEdit::returnPressed, this, &ImportDialog::unlock);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    column->addWidget(m_cause);
    column->addWidget(m_cure);
    column->addWidget(m_passphraseField);
    column->addWidget(m_keyField);
    column->addWidget(again, 0, Qt::AlignLeading);
    column->addStretch();
    return page;
}

QWidget* ImportDialog::buildRows()
{
    m_summary = makeLabel({}, Type::Strong);
    m_summary->setWordWrap(true);
    m_onlyProblems = new QCheckBox(tr("Problems only"));
    m_duplicates = new QComboBox;
    m_duplicates->setAccessibleName(tr("Serial numbers that are there already"));
    for (const auto rule : {contract::DuplicateRule::Ignore, contract::DuplicateRule::Replace}) {
        m_duplicates->addItem(models::words::of(rule), static_cast<int>(rule));
    }
    m_table = new QTableView;
    m_table->setModel(&m_model);
    auto* delegate = new TableDelegate({ImportModel::ToneRole, -1, -1}, m_table);
    delegate->setStatusColumn(ImportModel::Outcome, [this](const QModelIndex& index) {
        const QVariant outcome = index.data(ImportModel::OutcomeRole);
        return outcome.isValid()
            ? statusOf(static_cast<contract::ImportOutcome>(outcome.toInt()), m_model.result().dryRun)
            : Status {};
    });
    m_table->setItemDelegate(delegate);
    m_table->setAccessibleName(tr("Records of the file"));
    setUpTable(m_table);
    m_table->setFrameShape(QFrame::StyledPanel);
    setColumnWidths(m_table, {48, 140, 120, 200, 200}, ImportModel::Cause);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::m);
    row->addWidget(m_summary, 1);
    row->addWidget(m_onlyProblems);
    row->addWidget(makeLabel(tr("Known already:"), Type::Body, Ink::Secondary));
    row->addWidget(m_duplicates);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    m_detail = makeParagraph({}, Ink::Secondary);
    column->addWidget(m_detail);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportDialog::showDetail);
    connect(m_onlyProblems, &QCheckBox::toggled, &m_model, &ImportModel::setOnlyProblems);
    connect(m_duplicates, &QComboBox::activated, this, [this] {
        m_model.setDuplicates(static_cast<contract::DuplicateRule>(m_duplicates->currentData().toInt()));
        m_model.check();
    });
    return page;
}

void ImportDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Choose a token file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Token files (*.pskc *.pskcxml *.xml *.sdtid *.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, &m_model, &ImportModel::setFile);
    dialog->open();
}

void ImportDialog::unlock()
{
    if (!m_passphraseField->isHidden() && !m_passphrase->text().isEmpty()) {
        m_model.setPassphrase(m_passphrase->take());
    }
    if (!m_keyField->isHidden() && !m_key->text().isEmpty()) {
        m_model.setKey(m_key->take());
    }
    m_model.check();
}

void ImportDialog::chooseProblem()
{
    for (int line = 0; line < m_model.rowCount(); ++line) {
        if (!m_model.index(line, ImportModel::Cause).data().toString().isEmpty()) {
            m_table->selectRow(line);
            return;
        }
    }
}

void ImportDialog::showDetail()
{
    const int line = m_table->currentIndex().row();
    const QString cause = m_model.index(line, ImportModel::Cause).data().toString();
    const QString cure = m_model.index(line, ImportModel::Cure).data().toString();
    m_detail->setText(cause.isEmpty() ? QString() : tr("%1 %2").arg(cause, cure));
}

void ImportDialog::showProgress()
{
    const bool importing = m_model.state() == ImportModel::State::Importing;
    const bool counted = importing && m_model.total() > 0 && m_model.processed() > 0;
    m_progress->setRange(0, counted ? m_model.total() : 0);
    m_progress->setValue(counted ? m_model.processed() : 0);
    m_progressText->setVisible(importing);
    m_progressText->setText(
        m_model.isStopping() ? tr("Stopping…")
            : counted        ? tr("%1 of %2 records; sign-ins go on meanwhile")
                            .arg(QLocale().toString(m_model.processed()), QLocale().toString(m_model.total()))
                      : tr("Importing…"));
}

void ImportDialog::showState()
{
    showProgress();
    const ImportModel::State state = m_model.state();
    const bool working = state == ImportModel::State::Checking || state == ImportModel::State::Importing;
    m_file->setText(m_model.fileName().isEmpty()
                        ? QString()
                        : tr("%1 · %2").arg(m_model.fileName(), models::words::of(m_model.format())));
    m_file->setVisible(!m_model.fileName().isEmpty());
    m_progress->setVisible(working);
    m_pages->setEnabled(!working);
    primaryButton()->setVisible(state != ImportModel::State::Choosing);
    cancelButton()->setText(state == ImportModel::State::Imported        ? tr("Done")
                                : state == ImportModel::State::Importing ? tr("Stop import")
                                                                         : tr("Cancel"));
    switch (state) {
    case ImportModel::State::Choosing:
        m_pages->setCurrentWidget(m_choice);
        break;
    case ImportModel::State::Checking:
    case ImportModel::State::Importing:
        primaryButton()->setEnabled(false);
        break;
    case ImportModel::State::Checked: {
        const auto& result = m_model.result();
        m_summary->setText(m_model.summary());
        m_duplicates->show();
        m_pages->setCurrentWidget(m_rows);
        setPrimary(tr("Import %n token(s)", nullptr, result.imported + result.replaced),
                   [this] { m_model.importNow(); });
        primaryButton()->setEnabled(m_model.canImport());
        m_table->setFocus();
        chooseProblem();
        break;
    }
    case ImportModel::State::Imported: {
        const auto& result = m_model.result();
        m_summary->setText(m_model.summary());
        m_duplicates->hide();
        m_pages->setCurrentWidget(m_rows);
        primaryButton()->hide();
        cancelButton()->setFocus();
        Q_EMIT imported(result.imported + result.replaced);
        break;
    }
    case ImportModel::State::Refused: {
        m_cause->setText(m_model.refusal());
        m_cure->setText(m_model.refusalCure());
        m_cure->setVisible(!m_model.refusalCure().isEmpty());
        m_passphraseField->setVisible(m_model.needsPassphrase());
        m_keyField->setVisible(m_model.needsKey());
        m_pages->setCurrentWidget(m_refusal);
        if (m_model.canResume()) {
            setPrimary(tr("Resume import"), [this] { m_model.resume(); });
        } else {
            setPrimary(tr("Check again"), [this] { unlock(); });
        }
        primaryButton()->setEnabled(true);
        if (m_model.needsPassphrase()) {
            m_passphrase->setFocus();
        } else if (m_model.needsKey()) {
            m_key->setFocus();
        }
        break;
    }
    }
}

void ImportDialog::reject()
{
    if (m_model.state() == ImportModel::State::Importing) {
        m_model.cancel();
        return;
    }
    Dialog::reject();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()) {
        event->acceptProposedAction();
    }
}

void ImportDialog::dropEvent(QDropEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty()) {
        m_model.setFile(urls.first().toLocalFile());
        event->acceptProposedAction();
    }
}

} // namespace holdfast::views
