// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/names.h"

#include <array>

namespace holdfast::demonstration {

namespace {

struct Pool
{
    const char* given;
    const char* family;
    const char* phone; // # is a digit
};

// clang-format off
constexpr std::array<Pool, regionCount> pools {{
    {"Anna Erik Ingrid Lars Freja Oskar Sigrid Mikkel Astrid Nils Elin Søren Maja Håkon Linnea Kasper Tuva Jonas Saga Emil Ylva Magnus Ebba Anders",
     "Berg Lindqvist Solberg Østergaard Nyström Dahl Haugland Ekström Lund Bakken Sjögren Vestergaard Holm Åkesson Kvist Rønning Forsberg Strand Hedlund Moen Falk Engström Nygård Brandt",
     "+46 8 465 004 ##"},
    {"Jonas Lea Matthias Hannah Felix Greta Lukas Mareike Tobias Svenja Moritz Anke Philipp Franziska Jürgen Heike Florian Katrin Stefan Ute Benedikt Nele Torsten Birgit",
     "Weiß Köhler Brandner Vogt Schäfer Lindner Hartwig Böhm Reuter Steinbach Keller Ziegler Förster Winkelmann Jäger Pohl Ehlers Kühn Aigner Seidel Trautmann Rösler Hagen Wittmann",
     "+49 30 23125 ###"},
    {"Oliver Grace Callum Imogen Rhys Eilidh Duncan Niamh Harriet Owen Fiona Alistair Bronwen Declan Phoebe Graham Siobhan Edwin Maeve Rupert Nerys Angus Tamsin Colm",
     "Ashworth Pembrook Kinnear Gallagher Tregarth Holloway Llewelyn Drummond Fairclough Quigley Hartwell Penrose McAllister Thornley Beddoes Winstanley O'Dowd Carrick Maddox Redfern Cullinane Fenwick Ogilvie Stapleton",
     "+44 20 7946 0###"},
    {"Camille Étienne Margaux Lucien Aurélie Bastien Clémence Mathieu Élodie Théo Inès Rémi Solène Baptiste Manon Gaëtan Noémie Sylvain Agathe Loïc Coralie Yannick Maëlle Damien",
     "Dubreuil Lefèvre Marchand Rousselot Tessier Garnier Beaumont Chastain Delorme Fournel Giraudet Lacombe Montclair Perrault Renaudin Sorel Thibault Vasseur Aubert Carpentier Deschamps Hérault Jolivet Poirier",
     "+33 1 99 00 ## ##"},
    {"Lucía Mateo Beatriz Thiago Inês Joaquín Marisol Duarte Ximena Álvaro Catarina Rodrigo Valentina Tiago Paloma Iker Leonor Emiliano Rocío Gonçalo Itziar Santiago Renata Bernardo",
     "Álvarez Montenegro Figueiredo Castellanos Quintero Azevedo Barrientos Calderón Domínguez Echeverría Ferreira Gallardo Ibáñez Lobato Marqués Noriega Olivares Peñalver Queiroz Saavedra Teixeira Urrutia Valverde Zubiri",
     "+34 600 000 ###"},
    {"Giulia Matteo Chiara Lorenzo Alessia Davide Martina Edoardo Federica Gabriele Ilaria Leonardo Noemi Pietro Serena Tommaso Beatrice Enrico Viola Riccardo Elisa Saverio Caterina Nicolò",
     "Bellandi Castellari Donati Farnesi Galvani Lombardini Marchetti Orsolini Pellegrino Quaranta Ravelli Santoro Tedeschi Ubaldi Vitaliani Zanetti Bonfiglio Cattaneo Fabbri Gherardi Moretti Nardini Piazza Rinaldi",
     "+39 02 5555 ####"},
    {"Agnieszka Tomasz Zuzanna Piotr Kateřina Marek Oksana Jiří Małgorzata Andrij Ivana Radosław Milena Bohdan Jadwiga Luboš Danuta Stanislav Halina Zdeněk Olena Wojciech Vesna Goran",
     "Wrona Dvořák Kowalczyk Horák Ševčenko Jankovič Kowal Novák Kravets Mazurek Procházka Sokół Bondar Wróbel Kučera Petrović Stępień Hruška Czyż Marković Lysenko Borek Říha Tomić",
     "+48 22 555 ## ##"},
    {"Kenta Yuki Haruto Aiko Ren Sakura Min-jun Seo-yeon Ji-ho Ha-eun Wei Xiuying Jun Meiling Hao Lan Minh Thu Quang Linh Takumi Naoko Jisoo Feng",
     "Tanabe Okamoto Hayashida Morikawa Fujisaki Kimura Bae Seong Namgung Yoon Zhao Xu Luo Peng Shen Gao Đặng Phạm Vũ Hoàng Sakamoto Ishikawa Hwang Cao",
     "+81 3 5550 ####"},
    {"Priya Arjun Kavya Rohan Ananya Vikram Meera Sanjay Ishita Aditya Lakshmi Farhan Nandini Harsh Tahira Imran Deepa Suresh Anjali Kiran Rukhsana Manoj Sunita Naveen",
     "Raghunathan Chatterjee Deshpande Iyengar Kulkarni Mukhopadhyay Nambiar Ranganathan Subramanian Venkatesan Bhattacharya Choudhury Gopalan Joshi Khandelwal Mahapatra Patwardhan Qureshi Saxena Tharoor Siddiqui Wickrama Perera Bandara",
     "+91 22 5550 ####"},
    {"Layla Omar Yasmin Khalid Noor Tariq Salma Hassan Amina Youssef Rania Faisal Huda Karim Dalia Samir Maryam Nabil Zeinab Idris Leila Adnan Samira Mustafa",
     "Al-Hariri Benammar Darwish El-Sayed Farouk Ghanem Haddad Ibrahim Jaziri Khoury Lahlou Mansour Nasser Othman Qasim Rahal Saleh Tahan Yazbek Zaki Benali Chahine Kassem Sabbagh",
     "+971 4 555 ####"},
    {"Amara Kwame Zainab Tendai Chipo Sipho Adaeze Kofi Nomvula Emeka Wanjiru Baraka Ngozi Thabo Makena Abebe Folake Jabari Lindiwe Oluwaseun Rutendo Musa Asha Desta",
     "Okonjo Mensah Adeyinka Mutasa Ndlovu Okafor Boateng Kamau Nyambura Chukwu Dlamini Asante Mwangi Tadesse Balogun Khumalo Otieno Sesay Moyo Ankrah Obi Wanjala Zungu Bekele",
     "+27 11 555 ####"},
    {"Madison Tyler Jasmine Brandon Savannah Marcus Hailey Diego Brooke Terrence Kaylee Dustin Monique Garrett Shelby Andre Paige Wyatt Denise Curtis Lauren Dwayne Holly Preston",
     "Whitaker Delgado Carmichael Hollister Ramirez Freeman Stanton Gallegos Hathaway Kessler Lombard Merriweather Nakamura Ortega Pruitt Quintana Ridgeway Salazar Thurman Underhill Vandermeer Westbrook Yarborough Zimmer",
     "+1 212 555 01##"},
}};
// clang-format on

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '));
}

} // namespace

Name inventName(Random& random, Region region)
{
    static const auto lists = [] {
        std::vector<std::pair<QStringList, QStringList>> all;
        for (const Pool& pool : pools) {
            all.emplace_back(words(pool.given), words(pool.family));
        }
        return all;
    }();
    const auto& [given, family] = lists[static_cast<size_t>(region)];
    return {given.at(random.below(static_cast<int>(given.size()))),
            family.at(random.below(static_cast<int>(family.size())))};
}

QString inventPhone(Random& random, Region region)
{
    QString phone = QString::fromLatin1(pools[static_cast<size_t>(region)].phone);
    for (QChar& c : phone) {
        if (c == QLatin1Char('#')) {
            c = QLatin1Char(static_cast<char>('0' + random.below(10)));
        }
    }
    return phone;
}

QString logonName(const Name& name)
{
    static const std::array<std::pair<QChar, const char*>, 6> special {{{QChar(u'ø'), "o"},
                                                                        {QChar(u'ß'), "ss"},
                                                                        {QChar(u'æ'), "ae"},
                                                                        {QChar(u'ł'), "l"},
                                                                        {QChar(u'đ'), "d"},
                                                                        {QChar(u'å'), "a"}}};
    const QString lower = (name.given + QLatin1Char('.') + name.family).toLower();
    QString out;
    for (const QChar c : lower) {
        const auto found =
            std::find_if(special.begin(), special.end(), [c](const auto& entry) { return entry.first == c; });
        if (found != special.end()) {
            out += QLatin1String(found->second);
            continue;
        }
        const QString parts = QString(c).normalized(QString::NormalizationForm_D);
        if (parts.at(0).unicode() < 0x80
            && (parts.at(0).isLetter() || c == QLatin1Char('.') || c == QLatin1Char('-'))) {
            out += parts.at(0);
        }
    }
    return out;
}

} // namespace holdfast::demonstration
