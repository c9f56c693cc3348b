"""Towns, regions and waters of the world that reports take for known.

A name that no table knows may be that of an invented state; these are not, though
officials speak there and troops march on them.
"""

from backchannel.resolve.words import word_set

_AMERICAN = word_set(
    "alabama alaska arizona arkansas california colorado connecticut delaware"
    " florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine"
    " maryland massachusetts michigan minnesota mississippi missouri montana"
    " nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma"
    " oregon pennsylvania tennessee texas utah vermont virginia wisconsin"
    " wyoming chicago boston houston dallas atlanta miami philadelphia detroit"
    " seattle denver phoenix baltimore cleveland orlando omaha brooklyn"
    " manhattan harvard yale guantanamo benghazi"
)
_EUROPEAN = word_set(
    "geneva zurich basel lausanne lugano davos munich hamburg frankfurt cologne"
    " dresden strasbourg marseille lyon nice milan venice naples turin florence"
    " genoa ravenna barcelona seville manchester birmingham liverpool glasgow"
    " edinburgh belfast cardiff gatwick heathrow oxford cambridge scotland wales"
    " england ulster hague rotterdam antwerp ghent luxembourg gothenburg bergen"
    " aarhus graz salzburg krakow gdansk lviv odessa odesa kharkiv donetsk"
    " luhansk mariupol crimea sevastopol donbas donbass kherson zaporizhzhia"
    " bucha irpin chernobyl sochi petersburg leningrad grozny chechnya dagestan"
    " kaliningrad siberia vladivostok murmansk transnistria abkhazia ossetia"
    " tskhinvali sukhumi poti batumi zugdidi senaki gori nagorno karabakh"
    " srebrenica mostar pristina mitrovica vojvodina catalonia bavaria cornwall"
    " payerne rambouillet dayton locarno evian lapland brussels"
)
_EASTERN = word_set(
    "istanbul izmir bodrum gaziantep kilis hatay incirlik diyarbakir mugla"
    " idlib afrin manbij raqqa aleppo homs hama latakia tartus palmyra deir"
    " kobani kobane qamishli ghouta douma eastern-ghouta baghuz mayadin hawl"
    " golan tripoli misrata sirte tobruk benghazi mosul basra kirkuk erbil irbil"
    " falluja fallujah tikrit sinjar karbala najaf isfahan natanz fordow bushehr"
    " arak qom mashhad shiraz kharg hormuz gaza rafah jenin nablus ramallah"
    " hebron haifa eilat jaffa jerusalem sinai aqaba petra jeddah mecca medina"
    " dubai sharjah aden hodeidah hudaydah marib taiz socotra kandahar helmand"
    " herat mazar kunduz bagram peshawar quetta lahore karachi kashmir srinagar"
    " kargil leh ladakh siachen punjab balochistan sindh mumbai calcutta kolkata"
    " chennai bangalore goa gujarat assam tibet lhasa xinjiang shanghai"
    " guangzhou shenzhen hainan kong macau macao okinawa hiroshima nagasaki"
    " osaka kyoto busan panmunjom bali java sumatra papua aceh timor mindanao"
    " rangoon yangon rakhine saigon hue phuket penang johor brunei varosha"
    " famagusta"
)
_SOUTHERN = word_set(
    "darfur khartoum-north juba-north tigray oromia amhara puntland somaliland"
    " mogadishu mombasa zanzibar lagos kano biafra katanga goma bukavu kivu"
    " timbuktu gao kidal johannesburg durban soweto casablanca marrakesh tangier"
    " alexandria suez port melbourne sydney perth brisbane auckland christchurch"
    " patagonia ushuaia falklands rio sao paulo salvador medellin cali guayaquil"
    " maracaibo cusco antarctica"
)
_WATERS = word_set(
    "euphrates tigris nile danube rhine volga dnieper jordan indus ganges"
    " mekong amazon bosphorus bosporus dardanelles aegean adriatic caspian"
    " ossetian mediterranean atlantic pacific arctic alps balkans caucasus"
    " himalayas sahara sahel levant middle far asia-pacific indo-pacific eurasia"
    " scandinavia caribbean maghreb shatt"
)

#: All of them, folded.
PLACES = _AMERICAN | _EUROPEAN | _EASTERN | _SOUTHERN | _WATERS
