package entity_test

// examples are sentences of our own for each rule, every mention marked; the ones without a
// mark say where nothing must be found.
var examples = []struct {
	name  string
	texts []string
}{
	{"country", []string{
		"Growth in [Peru]GPE slowed, while [Côte d’Ivoire]GPE and the [United States of America]GPE did better.",
		"The [U.S.]GPE economy grew; [US]GPE exports did not.",
		"A [China]GPE-backed loan reached the [Peru]GPE-[Bolivia]GPE border.",
		"Prices are quoted in US$ 40 steps.",
		"The turkey was cold by then.",
	}},
	{"place", []string{
		"Ships wait in the [Strait of Hormuz]LOC, off [Fujairah]GPE and in the [Persian gulf]LOC.",
		"[Central Asia]LOC and the [Middle East]LOC import wheat from [Kansas]GPE.",
		"He was born in [Washington, D.C.]GPE and died in [Ulaanbaatar]GPE.",
		"Rents rose in [Northern Peru]LOC and in western [Peru]GPE.",
		"Drive north, then west.",
	}},
	{"people", []string{
		"[Peruvian]NORP and [European]NORP firms lent money to [Kurds]NORP and [Shia]NORP parties.",
		"The [Swiss]NORP vetoed it; a non-[Swiss]NORP bank did not.",
	}},
	{"known_name", []string{
		"The [EU]ORG, [NATO]ORG and the [World Bank]ORG met on Monday.",
		"Since [World War II]EVENT the [Paris Agreement]INITIATIVE and [Medicare]INITIATIVE have had few equals.",
		"GDP and CPI rose; the FAQ says why.",
	}},
	{"acronym_definition", []string{
		"The [Harbour Safety Authority]ORG ([HSA]ORG) objects. [HSA]ORG staff left.",
		"The [CRI]INITIATIVE ([Coastal Road Initiative]INITIATIVE) is late, and so is the [CRI]INITIATIVE fund.",
		"Real gross domestic lending (GDL) fell. GDL is a measure of credit.",
		"The Harbour Price Index (HPI) fell. The HPI is published in March.",
		"The [Port Authority of Callao]ORG ([APN]ORG) will bid; the [APN]ORG has no rival.",
	}},
	{"head_word", []string{
		"The [Ministry of Water and Irrigation]ORG sued the [Salta Brewing Corporation]ORG.",
		"[Peru]GPE’s [Ministry of Commerce]ORG and the [Peruvian Navy]ORG disagree.",
		"The [Lima Fisheries Treaty]INITIATIVE was signed at the [Nordic Lighthouse Summit]EVENT near [Lake Orsa]LOC.",
		"[Operation Silver Kite]EVENT began after [Resolution 1325]INITIATIVE.",
		"Troops of the [7th Infantry Division]ORG came from the [King Talal Dam]LOC.",
		"The Committee and the Department met in the Council; the Armed Forces did not.",
		"The [Freedom of Harbours Act]INITIATIVE is void.",
	}},
	{"event_noun", []string{
		"The [Iraq war]EVENT cost more than the [2010 Utah Senate election]EVENT.",
		"The war and the election are over.",
	}},
	{"person_title", []string{
		"[Chinese]NORP President [Xi Jinping]PERSON met Foreign Minister [Abe]PERSON and Gen. [J. R. Holt]PERSON.",
		"The [US]GPE Secretary of State, the Prime Minister and the President left.",
		"Deputy Secretary of State [Carla Voss]PERSON and Chancellor of the Exchequer [Ann Reed]PERSON agree.",
		"The envoy [Staffan de Vries]PERSON spoke, and Mr [de Vries]PERSON left with [Omar al-Farabi]PERSON.",
		"The [Justice Party]ORG lost to the [General Assembly]ORG.",
	}},
	{"given_name", []string{
		"We met [Maria Kovalenko]PERSON, [Jordan Price]PERSON and [Theresa May]PERSON.",
		"Grant money will go to schools. May was cold.",
	}},
	{"person_beside", []string{
		"The economist [Oduya Trelk]PERSON disagrees.",
		"[Oduya Trelk]PERSON, 34, disagrees. So does [Velm Astor]PERSON, the firm’s director.",
	}},
	{"noun_beside", []string{
		"Firms such as [Novatrek]ORG pay more.",
		"The town of [Zarechny]GPE is empty, and so is [Orlavik]GPE province.",
		"The newspaper [Vremya]ORG and the [Tolin]INITIATIVE programme closed.",
	}},
	{"listed_with", []string{
		"Prices rose in [Sucre]GPE, [Tarabu]GPE and [Oruro]GPE.",
	}},
	{"document_repeat", []string{
		"We met [Maria Kovalenko]PERSON. On Monday [Kovalenko]PERSON resigned.",
		"[Hurricane Odile]EVENT hit [Cuba]GPE. By noon [Odile]EVENT had gone.",
	}},
	{"sentence_start", []string{
		"Plainly, nothing of the kind is true. Officials deny it.",
		"Analysts [Maria Kovalenko]PERSON and [Ivan Petrov]PERSON agree. Meanwhile [Peru]GPE waits.",
	}},
	{"quotes", []string{
		"The ‘[Green Port Projects]INITIATIVE’ and the “[Lima Fisheries Treaty]INITIATIVE” are dead.",
	}},
	{"literature", []string{
		"Trade follows rivers (Kovalenko and Petrov 2011; Kovalenko et al. 2014).",
		"As [Kovalenko]PERSON (2011) has shown, trade follows rivers.",
	}},
	{"no_label", []string{
		"See Figure 3, Table 2 and Chapter 4 on the Consumer Price Index.",
		"The frigate HMS Orlop left port. It was cold aboard Orlop.",
		"The Internet never sleeps on a Tuesday in March.",
		"Version 5G of the 747 MAX uses HTML.",
	}},
	{"headings", []string{
		"PRICES RISE AGAIN IN [PERU]GPE\n\nPrices rose in [Peru]GPE again in March, and nobody knows when they will fall.",
	}},
}
