// SPDX-License-Identifier: Apache-2.0
#include "views/shell/about.h"

#include "views/theme/metrics.h"
#include "views/widgets/labels.h"

#include <QGridLayout>
#include <QPushButton>

namespace holdfast::views {

AboutDialog::AboutDialog(QWidget* parent)
    : Dialog(tr("Holdfast %1").arg(QStringLiteral(HOLDFAST_VERSION)),
             tr("Keeps people signing in when the cloud, the network or a token fails them."), parent)
{
    content()->addWidget(makeParagraph(tr("Free software under the Apache License 2.0."), Ink::Secondary));
    cancelButton()->setText(tr("Close"));
}

ShortcutsDialog::ShortcutsDialog(QWidget* parent)
    : Dialog(tr("Keyboard shortcuts"), {}, parent)
{
    const QList<std::pair<QString, QString>> keys {
        {tr("Ctrl+K"), tr("Search people, tokens, workstations, pages and actions")},
        {tr("Ctrl+1 to Ctrl+0"), tr("Open a page")},
        {tr("Ctrl+F"), tr("Filter the list")},
        {tr("F5"), tr("Load anew")},
        {tr("Ctrl+N"), tr("New user; enrol a workstation")},
        {tr("Ctrl+Enter"), tr("Do what the card proposes")},
        {tr("Ctrl+I"), tr("Verify the caller")},
        {tr("Ctrl+E"), tr("Issue an emergency code")},
        {tr("Ctrl+Shift+E"), tr("Read an offline emergency code; answer a workstation's challenge")},
        {tr("F2"), tr("Why somebody cannot sign in; rename a workstation")},
        {tr("Shift+F2"), tr("Why somebody gets no offline days")},
        {tr("Ctrl+P"), tr("Clear a PIN")},
        {tr("Ctrl+L"), tr("Report a token lost")},
        {tr("Ctrl+T"), tr("Assign a token")},
        {tr("Ctrl+Shift+T"), tr("Enrol a token for the chosen person's app")},
        {tr("Enter"), tr("Open what is chosen")},
        {tr("Esc"), tr("Back; clear the filter")},
        {tr("Ctrl+Q"), tr("Quit")},
    };
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::xl);
    grid->setVerticalSpacing(metrics::s);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < keys.size(); ++row) {
        grid->addWidget(makeLabel(keys.at(row).first, Type::Mono), row, 0);
        grid->addWidget(makeLabel(keys.at(row).second), row, 1);
    }
    content()->addLayout(grid);
    cancelButton()->setText(tr("Close"));
}

} // namespace holdfast::views
