"""States and territories by the codes that sides have, in the codes of other formats.

Names and codes are those that readings use; a test holds the two together.
"""

#: ISO 3166-1 alpha-3 (of the past: 3166-3), the code that FollowTheMoney 4.11 has for
#: it ("-" where it has none), the usual English name.
_TABLE = """
AFG af Afghanistan, ALB al Albania, DZA dz Algeria, AND ad Andorra, AGO ao Angola,
ATG ag Antigua and Barbuda, ARG ar Argentina, ARM am Armenia, AUS au Australia,
AUT at Austria, AZE az Azerbaijan, BHS bs Bahamas, BHR bh Bahrain, BGD bd Bangladesh,
BRB bb Barbados, BLR by Belarus, BEL be Belgium, BLZ bz Belize, BEN bj Benin,
BTN bt Bhutan, BOL bo Bolivia, BIH ba Bosnia and Herzegovina, BWA bw Botswana,
BRA br Brazil, BRN bn Brunei, BGR bg Bulgaria, BFA bf Burkina Faso, BDI bi Burundi,
CPV cv Cape Verde, KHM kh Cambodia, CMR cm Cameroon, CAN ca Canada,
CAF cf Central African Republic, TCD td Chad, CHL cl Chile, CHN cn China,
COL co Colombia, COM km Comoros, COD cd Democratic Republic of the Congo,
COG cg Republic of the Congo, CRI cr Costa Rica, CIV ci Ivory Coast, HRV hr Croatia,
CUB cu Cuba, CYP cy Cyprus, CZE cz Czech Republic, DNK dk Denmark, DJI dj Djibouti,
DOM do Dominican Republic, DMA dm Dominica, ECU ec Ecuador, EGY eg Egypt,
SLV sv El Salvador, GNQ gq Equatorial Guinea, ERI er Eritrea, EST ee Estonia,
SWZ sz Eswatini, ETH et Ethiopia, FJI fj Fiji, FIN fi Finland, FRA fr France,
GAB ga Gabon, GMB gm Gambia, GEO ge Georgia, DEU de Germany, GHA gh Ghana,
GRC gr Greece, GRD gd Grenada, GTM gt Guatemala, GIN gn Guinea, GNB gw Guinea-Bissau,
GUY gy Guyana, HTI ht Haiti, HND hn Honduras, HUN hu Hungary, ISL is Iceland,
IND in India, IDN id Indonesia, IRN ir Iran, IRQ iq Iraq, IRL ie Ireland,
ISR il Israel, ITA it Italy, JAM jm Jamaica, JPN jp Japan, JOR jo Jordan,
KAZ kz Kazakhstan, KEN ke Kenya, KIR ki Kiribati, PRK kp North Korea,
KOR kr South Korea, KWT kw Kuwait, KGZ kg Kyrgyzstan, LAO la Laos, LVA lv Latvia,
LBN lb Lebanon, LSO ls Lesotho, LBR lr Liberia, LBY ly Libya, LIE li Liechtenstein,
LTU lt Lithuania, LUX lu Luxembourg, MDG mg Madagascar, MWI mw Malawi,
MYS my Malaysia, MDV mv Maldives, MLI ml Mali, MLT mt Malta, MHL mh Marshall Islands,
MRT mr Mauritania, MUS mu Mauritius, MEX mx Mexico, FSM fm Micronesia, MDA md Moldova,
MCO mc Monaco, MNG mn Mongolia, MNE me Montenegro, MAR ma Morocco, MOZ mz Mozambique,
MMR mm Myanmar, NAM na Namibia, NRU nr Nauru, NPL np Nepal, NLD nl Netherlands,
NZL nz New Zealand, NIC ni Nicaragua, NER ne Niger, NGA ng Nigeria,
MKD mk North Macedonia, NOR no Norway, OMN om Oman, PAK pk Pakistan, PLW pw Palau,
PSE ps Palestine, PAN pa Panama, PNG pg Papua New Guinea, PRY py Paraguay,
PER pe Peru, PHL ph Philippines, POL pl Poland, PRT pt Portugal, QAT qa Qatar,
ROU ro Romania, RUS ru Russia, RWA rw Rwanda, KNA kn Saint Kitts and Nevis,
LCA lc Saint Lucia, VCT vc Saint Vincent and the Grenadines, WSM ws Samoa,
SMR sm San Marino, STP st São Tomé and Príncipe, SAU sa Saudi Arabia, SEN sn Senegal,
SRB rs Serbia, SYC sc Seychelles, SLE sl Sierra Leone, SGP sg Singapore,
SVK sk Slovakia, SVN si Slovenia, SLB sb Solomon Islands, SOM so Somalia,
ZAF za South Africa, SSD ss South Sudan, ESP es Spain, LKA lk Sri Lanka, SDN sd Sudan,
SUR sr Suriname, SWE se Sweden, CHE ch Switzerland, SYR sy Syria, TWN tw Taiwan,
TJK tj Tajikistan, TZA tz Tanzania, THA th Thailand, TLS tl East Timor, TGO tg Togo,
TON to Tonga, TTO tt Trinidad and Tobago, TUN tn Tunisia, TUR tr Turkey,
TKM tm Turkmenistan, TUV tv Tuvalu, UGA ug Uganda, UKR ua Ukraine,
ARE ae United Arab Emirates, GBR gb United Kingdom, USA us United States,
URY uy Uruguay, UZB uz Uzbekistan, VUT vu Vanuatu, VAT va Holy See, VEN ve Venezuela,
VNM vn Vietnam, YEM ye Yemen, ZMB zm Zambia, ZWE zw Zimbabwe, XKX xk Kosovo,
ESH eh Western Sahara, COK ck Cook Islands, NIU nu Niue, HKG hk Hong Kong,
MAC mo Macau, GRL gl Greenland, FRO fo Faroe Islands, GIB gi Gibraltar,
BMU bm Bermuda, FLK fk Falkland Islands, NCL nc New Caledonia,
PYF pf French Polynesia, PRI pr Puerto Rico, GUM gu Guam, ASM as American Samoa,
ABW aw Aruba, CUW cw Curaçao, GLP gp Guadeloupe, MTQ mq Martinique,
GUF gf French Guiana, SUN suhh Soviet Union, YUG yucs Yugoslavia,
SCG csxx Serbia and Montenegro, DDR dd East Germany, DEU de West Germany,
CSK cshh Czechoslovakia, VDR - North Vietnam, VNM vn South Vietnam, YMD - South Yemen,
ZAR zr Zaire, HVO - Upper Volta, DHY - Dahomey, RHO - Rhodesia,
ANT nl Netherlands Antilles
"""
_ROWS = [entry.split(maxsplit=2) for entry in _TABLE.strip().split(",")]

#: Side -> the code among FollowTheMoney's countries.
FTM_CODES = {side: code for side, code, _ in _ROWS if code != "-"}
#: Every side that is a state or a territory, now or once.
SIDES = frozenset(side for side, _, _ in _ROWS)
_STATES = frozenset((name, side) for side, _, name in _ROWS)


def is_state(name: str, side: str) -> bool:
    """Whether the actor is the state itself, not somebody who acts for it."""
    return (name, side) in _STATES
