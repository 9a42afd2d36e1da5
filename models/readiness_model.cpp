// SPDX-License-Identifier: Apache-2.0
#include "models/readiness_model.h"

#include <QDateTime>
#include <QLocale>

namespace holdfast::models {

namespace {

const auto board = QStringLiteral("readiness");
const auto onlyState = QStringLiteral("state");
const auto warning = QStringLiteral("warning"); // the service counts and filters by the same rule

} // namespace

ReadinessModel::ReadinessModel(client::ApiClient& api, QObject* parent)
    : QObject(parent)
    , m_api(api)
{ }

void ReadinessModel::refresh()
{
    m_call.cancel();
    m_call = client::consume(m_api.offlineReadiness(), this,
                             [this](contract::Result<contract::OfflineReadiness> readiness) {
                                 if (readiness) {
                                     m_readiness = std::move(*readiness);
                                     m_state = State::Ready;
                                 } else {
                                     m_error = readiness.error();
                                     m_state = State::Failed;
                                 }
                                 Q_EMIT changed();
                             });
}

QString ReadinessModel::summary() const
{
    if (m_state != State::Ready) {
        return {};
    }
    if (m_readiness.people == 0) {
        return tr("Nobody could sign in without a network today.");
    }
    return tr("%n person(s) could sign in without a network today", nullptr, m_readiness.people)
        + tr(", on %n workstation(s) that are enrolled.", nullptr, m_readiness.workstations);
}

QList<ReadinessFigure> ReadinessModel::figures() const
{
    if (m_state != State::Ready) {
        return {};
    }
    const contract::OfflineReadiness& r = m_readiness;
    // It is a date of the service, which reckons in UTC.
    const QDateTime monday = QDateTime::fromMSecsSinceEpoch(contract::toMilliseconds(r.monday), Qt::UTC);
    const QString date = QLocale().toString(monday.date(), tr("ddd d MMM", "a date as in Mon 7 Dec"));
    QList<ReadinessFigure> figures {
        {QStringLiteral("runOut"),
         tr("%n person(s) have run out", nullptr, r.runOut),
         Tone::Bad,
         board,
         {{warning, QStringLiteral("runOut")}},
         tr("Has run out")},
        {QStringLiteral("endingBeforeMonday"),
         tr("%n person(s) run out before %1", nullptr, r.endingBeforeMonday).arg(date),
         Tone::Bad,
         board,
         {{warning, QStringLiteral("endingBeforeMonday")}},
         tr("Runs out before %1").arg(date)},
        {QStringLiteral("endingSoon"),
         tr("%n person(s) run out soon", nullptr, r.endingSoon),
         Tone::Warning,
         board,
         {{warning, QStringLiteral("endingSoon")}},
         tr("Runs out soon")},
        {QStringLiteral("ofLeavers"),
         tr("%n workstation(s) hold offline data of leavers", nullptr, r.leaversWorkstations),
         Tone::Bad,
         board,
         {{QStringLiteral("leavers"), QStringLiteral("yes")}},
         tr("Of leavers")},
        {QStringLiteral("silentWorkstations"),
         tr("%n workstation(s) silent", nullptr, r.silentWorkstations),
         Tone::Warning,
         QStringLiteral("workstations"),
         {{onlyState, QStringLiteral("silent")}},
         tr("Silent")},
        {QStringLiteral("voidSets"),
         tr("%n to be replaced", nullptr, r.voidSets),
         Tone::Warning,
         board,
         {{warning, QStringLiteral("voidSets")}},
         tr("To be replaced")},
        {QStringLiteral("needLogon"),
         tr("%n need(s) a logon to be renewed", nullptr, r.needLogon),
         Tone::Neutral,
         board,
         {{warning, QStringLiteral("needLogon")}},
         tr("Needs a logon")},
    };
    const QList<int> counts {
        r.runOut,   r.endingBeforeMonday, r.endingSoon, r.leaversWorkstations, r.silentWorkstations,
        r.voidSets, r.needLogon};
    for (qsizetype i = counts.size() - 1; i >= 0; --i) {
        if (counts.at(i) == 0) {
            figures.removeAt(i);
        }
    }
    return figures;
}

} // namespace holdfast::models
